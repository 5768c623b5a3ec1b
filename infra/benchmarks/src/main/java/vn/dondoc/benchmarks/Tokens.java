package vn.dondoc.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens for every officer of the country, whom the local identity server does not know: signed with its key, which lies
 * in the bench's own data folder.
 */
final class Tokens {

    private final RSAKey key;
    private final String issuer;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Tokens(Path home, String issuer) {
        this.issuer = issuer;
        try {
            this.key = RSAKey.parse(Files.readString(home.resolve("identity").resolve("signing-key.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParseException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    String of(String role, String province, String agency) {
        return known.computeIfAbsent(role + " " + agency, it -> signed(role, province, agency));
    }

    private String signed(String role, String province, String agency) {
        try {
            Instant now = Instant.now();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .audience("dondoc")
                            .subject("bench." + agency)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(6 * 3_600)))
                            .claim("province", province)
                            .claim("agency", agency)
                            .claim("roles", List.of(role))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
