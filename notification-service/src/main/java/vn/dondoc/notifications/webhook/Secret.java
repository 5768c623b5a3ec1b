package vn.dondoc.notifications.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What proves to an endpoint that a message is ours: {@code whsec_} and the key in base64, as Standard Webhooks has it.
 *
 * @param until when it was replaced and stops being used; {@code null} for the one in force
 */
public record Secret(String text, @Nullable Instant until) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret fresh() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key), null);
    }

    Secret endingAt(Instant at) {
        return new Secret(text, until == null || until.isAfter(at) ? at : until);
    }

    boolean inUse(Instant now) {
        return until == null || until.isAfter(now);
    }

    /** The signature of a message, such as {@code v1,K5oZ…}. */
    public String sign(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), ALGORITHM));
            byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /** So that it never stands in a log. */
    @Override
    public String toString() {
        return "Secret[until=" + until + "]";
    }
}
