package vn.dondoc.testkit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import vn.dondoc.access.Role;

/**
 * Tokens for tests of what comes after the token was verified: {@code role/province/agency} in plain text. The real
 * decoder is exercised by the tests of the one-JVM system.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    /** A bearer token for this caller. */
    public static String of(Role role, String province, String agency) {
        return role + "/" + province + "/" + agency;
    }

    @Bean
    JwtDecoder testTokenDecoder() {
        return token -> {
            String[] parts = token.split("/");
            boolean known = parts.length == 3
                    && Arrays.stream(Role.values()).anyMatch(it -> it.name().equals(parts[0]));
            if (!known) {
                throw new BadJwtException("not a test token");
            }
            return new Jwt(
                    token,
                    Instant.now(),
                    Instant.now().plusSeconds(60),
                    Map.of("alg", "none"),
                    Map.of("sub", token, "province", parts[1], "agency", parts[2], "roles", List.of(parts[0])));
        };
    }
}
