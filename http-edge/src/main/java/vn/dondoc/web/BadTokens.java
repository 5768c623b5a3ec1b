package vn.dondoc.web;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import vn.dondoc.failure.Text;

/** Why a token is not taken. */
final class BadTokens {

    private BadTokens() {}

    static Text why(AuthenticationException unknown) {
        if (unknown instanceof InsufficientAuthenticationException) {
            return Text.of("edge.token-missing");
        }
        if (unknown.getCause() instanceof JwtValidationException invalid) {
            String said = invalid.getErrors().stream()
                    .map(OAuth2Error::getDescription)
                    .collect(Collectors.joining(" "));
            if (said.contains("expired")) {
                return Text.of("edge.token-expired");
            } else if (names(said, JwtClaimNames.AUD)) {
                return Text.of("edge.token-for-others");
            } else if (names(said, JwtClaimNames.ISS)) {
                return Text.of("edge.token-of-others");
            } else if (names(said, JwtClaimNames.EXP)) {
                return Text.of("edge.token-without-end");
            }
        }
        return Text.of("edge.token-unusable");
    }

    /** The validators say which claim is wrong in words only. */
    private static boolean names(String said, String claim) {
        return Pattern.compile("\\b" + claim + "\\b").matcher(said).find();
    }
}
