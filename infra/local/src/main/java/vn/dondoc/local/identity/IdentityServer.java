package vn.dondoc.local.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Spring Authorization Server with the demo users as clients. Its signing key and the secret
 * that the users' own are derived from are made on the first start, readable by their owner only.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
public class IdentityServer {

    /** For whom tokens are: the services, by their setting {@code DONDOC_AUDIENCE}. */
    private static final String AUDIENCE = "dondoc";

    private static final Duration TOKEN_LIFE = Duration.ofHours(8);

    @Bean
    SecurityFilterChain authorizationServer(HttpSecurity http) {
        return http.oauth2AuthorizationServer(it -> {})
                .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                .csrf(it -> it.disable())
                .build();
    }

    /** The users' secrets are 256 random bits, so they need no slow hash. */
    @Bean
    PasswordEncoder secretComparison() {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence secret) {
                return secret == null ? null : secret.toString();
            }

            @Override
            public boolean matches(@Nullable CharSequence offered, @Nullable String expected) {
                return offered != null
                        && expected != null
                        && MessageDigest.isEqual(
                                offered.toString().getBytes(StandardCharsets.UTF_8),
                                expected.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @Bean
    RegisteredClientRepository demoUsers(@Value("${dondoc.identity.secret}") String secret) {
        List<RegisteredClient> clients = new ArrayList<>();
        for (DemoUser user : DemoUser.all()) {
            clients.add(
                    RegisteredClient.withId(UUID.nameUUIDFromBytes(user.name().getBytes(StandardCharsets.UTF_8))
                                    .toString())
                            .clientId(user.name())
                            .clientSecret(DemoUser.secretOf(user.name(), secret))
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .scopes(it -> it.addAll(user.scopes()))
                            .tokenSettings(TokenSettings.builder()
                                    .accessTokenTimeToLive(TOKEN_LIFE)
                                    .build())
                            .build());
        }
        return new InMemoryRegisteredClientRepository(clients);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        Map<String, DemoUser> users = new HashMap<>();
        DemoUser.all().forEach(it -> users.put(it.name(), it));
        return context -> {
            context.getClaims().audience(List.of(AUDIENCE));
            DemoUser user = users.get(context.getRegisteredClient().getClientId());
            if (user != null && user.province() != null && user.agency() != null) {
                context.getClaims()
                        .claim("province", user.province())
                        .claim("agency", user.agency())
                        .claim("roles", user.roles());
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> signingKey(@Value("${dondoc.identity.key-file}") Path file) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(file)));
    }

    @Bean
    AuthorizationServerSettings settings(@Value("${dondoc.identity.issuer}") String issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }
}
