package vn.dondoc.local.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Spring Authorization Server: programs of the demo users prove themselves as clients, people sign in on a page and come
 * back to the console with a code. Its signing key and the secret that the users' own are derived from are made on the
 * first start, readable by their owner only. The console's files are served beside it, at the same address.
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
@Import({SignIn.class, PortalPages.class})
public class IdentityServer {

    /** Origins of pages of this machine, whatever their port. */
    public static final String THIS_MACHINE = "http://localhost:[*],http://127.0.0.1:[*]";

    /** For whom tokens are: the services, by their setting {@code DONDOC_AUDIENCE}. */
    private static final String AUDIENCE = "dondoc";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(HttpSecurity http) {
        return http.oauth2AuthorizationServer(it -> {
                    http.securityMatcher(it.getEndpointsMatcher());
                    it.oidc(oidc -> oidc.logoutEndpoint(
                            logout -> logout.authenticationProviders(IdentityServer::backToWhereverItWas)));
                })
                .cors(Customizer.withDefaults())
                // A page that asks whether somebody is signed in gets its answer, instead of the sign-in page in its
                // frame.
                .authorizeHttpRequests(it -> it.requestMatchers(
                                request -> request.getServletPath().equals("/oauth2/authorize")
                                        && "none".equals(request.getParameter("prompt")))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(it -> it.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SignIn.PAGE),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .headers(it -> it.frameOptions(frames -> frames.sameOrigin()))
                .csrf(it -> it.disable())
                .build();
    }

    /** A console that is served apart is signed out to the port it came from, as it signs in from there. */
    private static void backToWhereverItWas(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider it : providers) {
            if (it instanceof OidcLogoutAuthenticationProvider logout) {
                logout.setAuthenticationValidator(context -> {
                    OidcLogoutAuthenticationToken asked = context.getAuthentication();
                    if (!Clients.isApart(asked.getPostLogoutRedirectUri())) {
                        OidcLogoutAuthenticationValidator.DEFAULT_POST_LOGOUT_REDIRECT_URI_VALIDATOR.accept(context);
                    }
                });
            }
        }
    }

    /** Pages of other addresses of this machine ask for tokens too: those of the APIs, and a console served apart. */
    @Bean
    CorsConfigurationSource corsConfigurationSource() {
        var cors = new CorsConfiguration();
        cors.setAllowedOriginPatterns(List.of(THIS_MACHINE.split(",")));
        cors.setAllowedMethods(List.of("GET", "POST"));
        cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "X-Requested-With"));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/oauth2/token", cors);
        source.registerCorsConfiguration("/oauth2/jwks", cors);
        source.registerCorsConfiguration("/.well-known/**", cors);
        return source;
    }

    @Bean
    RegisteredClientRepository clients(
            @Value("${dondoc.identity.secret}") String secret, @Value("${dondoc.identity.issuer}") String issuer) {
        return new Clients(secret, issuer);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                return;
            }
            context.getClaims().audience(List.of(AUDIENCE));
            Authentication principal = Objects.requireNonNull(context.<Authentication>getPrincipal());
            DemoUser user = DemoUser.named(principal.getName()).orElse(null);
            if (user != null && !user.scopes().isEmpty()) {
                context.getClaims().claim("scope", user.scopes());
            }
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

    /** Reads the tokens that people sign out with. */
    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> key) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(key);
    }

    @Bean
    AuthorizationServerSettings settings(@Value("${dondoc.identity.issuer}") String issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }
}
