package vn.dondoc.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens: the console for whoever signed in, and each demo user's program for itself. */
final class Clients implements RegisteredClientRepository {

    /** The console: a page has no secret, so it proves itself with a code verifier (PKCE). */
    static final String PORTAL = "dondoc-portal";

    /** A console that another web server of this machine serves, on whatever port (RFC 8252, 7.3). */
    private static final String APART = "http://127.0.0.1";

    private static final List<String> PAGES = List.of("/signed-in", "/signed-in-again.html", "/renewed.html");
    private static final Duration LIFE_OF_A_PROGRAMS_TOKEN = Duration.ofHours(8);
    private static final Duration LIFE_OF_A_PAGES_TOKEN = Duration.ofMinutes(15);

    private final String secret;
    private final RegisteredClient portal;

    /**
     * Those of one data folder.
     *
     * @param secret what the users' own secrets are derived from
     * @param issuer where the console is served too
     */
    Clients(String secret, String issuer) {
        this.secret = secret;
        this.portal = RegisteredClient.withId(PORTAL)
                .clientId(PORTAL)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(it -> PAGES.forEach(page -> {
                    it.add(issuer + page);
                    it.add(APART + page);
                }))
                .postLogoutRedirectUri(issuer + "/")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(LIFE_OF_A_PAGES_TOKEN)
                        .build())
                .build();
    }

    /** Whether an address is that of a console on some port of this machine. */
    static boolean isApart(@Nullable String address) {
        return address != null && address.matches(Pattern.quote(APART) + ":\\d{1,5}/");
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("demo users follow from their names");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String name) {
        return name.equals(PORTAL)
                ? portal
                : DemoUser.named(name).map(this::program).orElse(null);
    }

    private RegisteredClient program(DemoUser user) {
        return RegisteredClient.withId(user.name())
                .clientId(user.name())
                .clientSecret(DemoUser.secretOf(user.name(), secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(it -> it.addAll(user.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(LIFE_OF_A_PROGRAMS_TOKEN)
                        .build())
                .build();
    }

    /** Secrets are 256 random bits, so they need no slow hash. */
    static final class Secrets implements PasswordEncoder {

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
    }
}
