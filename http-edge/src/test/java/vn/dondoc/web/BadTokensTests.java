package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** What the validators of this release say in words is understood. */
class BadTokensTests {

    @Test
    void saysWhatIsWrongWithAToken() {
        assertThat(why(it -> it.expiresAt(Instant.now().minus(Duration.ofHours(1)))))
                .isEqualTo("edge.token-expired");
        assertThat(why(it -> it.audience(List.of("others")))).isEqualTo("edge.token-for-others");
        assertThat(why(it -> it.issuer("http://others"))).isEqualTo("edge.token-of-others");
        assertThat(why(it -> it.claims(claims -> claims.remove("exp")))).isEqualTo("edge.token-without-end");
    }

    @Test
    void aTokenThatIsMissingOrNoneIsNamedSo() {
        assertThat(BadTokens.why(new InsufficientAuthenticationException("no token"))
                        .key())
                .isEqualTo("edge.token-missing");
        assertThat(BadTokens.why(new InvalidBearerTokenException("x", new BadJwtException("Malformed token")))
                        .key())
                .isEqualTo("edge.token-unusable");
    }

    private static String why(Consumer<Jwt.Builder> spoiled) {
        Jwt.Builder token = Jwt.withTokenValue("x")
                .header("alg", "RS256")
                .issuer("http://us")
                .audience(List.of("dondoc"))
                .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                .expiresAt(Instant.now().plus(Duration.ofHours(1)));
        spoiled.accept(token);
        var timestamps = new JwtTimestampValidator();
        timestamps.setAllowEmptyExpiryClaim(false);
        OAuth2TokenValidatorResult result = new DelegatingOAuth2TokenValidator<>(
                        timestamps,
                        new JwtIssuerValidator("http://us"),
                        new JwtClaimValidator<List<String>>("aud", it -> it != null && it.contains("dondoc")))
                .validate(token.build());
        assertThat(result.hasErrors()).isTrue();
        var invalid = new JwtValidationException("An error occurred", result.getErrors());
        return BadTokens.why(new InvalidBearerTokenException(invalid.getMessage(), invalid))
                .key();
    }
}
