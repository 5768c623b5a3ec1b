package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class CheckedTokensTests {

    private static final Instant END = Instant.parse("2026-11-28T01:00:00Z");

    private final AtomicInteger checks = new AtomicInteger();

    /** Refuses tokens that begin with "bad". */
    private JwtDecoder decoder() {
        return token -> {
            checks.incrementAndGet();
            if (token.startsWith("bad")) {
                throw new BadJwtException("refused");
            }
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject(token)
                    .expiresAt(END)
                    .build();
        };
    }

    private static Clock at(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    @Test
    void aGoodTokenIsCheckedOnce() {
        var tokens = new CheckedTokens(decoder(), at("2026-11-28T00:00:00Z"));
        assertThat(tokens.decode("good.1").getSubject()).isEqualTo("good.1");
        assertThat(tokens.decode("good.1").getSubject()).isEqualTo("good.1");
        assertThat(checks).hasValue(1);
    }

    @Test
    void anotherTokenIsNeverTakenForIt() {
        var tokens = new CheckedTokens(decoder(), at("2026-11-28T00:00:00Z"));
        tokens.decode("good.1");
        assertThat(tokens.decode("good.2").getSubject()).isEqualTo("good.2");
        assertThatThrownBy(() -> tokens.decode("bad.1")).isInstanceOf(BadJwtException.class);
        assertThat(checks).hasValue(3);
    }

    @Test
    void aRefusedTokenIsRefusedEachTime() {
        var tokens = new CheckedTokens(decoder(), at("2026-11-28T00:00:00Z"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("bad.1")).isInstanceOf(BadJwtException.class);
        }
        assertThat(checks).hasValue(2);
    }

    @Test
    void aTokenThatHasExpiredMeanwhileIsCheckedAgain() {
        var tokens = new CheckedTokens(decoder(), at("2026-11-28T01:00:00Z"));
        tokens.decode("good.1");
        tokens.decode("good.1");
        assertThat(checks).as("remembered only while it lives").hasValue(2);
    }
}
