package vn.dondoc.messaging.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as the chain uses it: of UTF-8, written as 64 small hexadecimal digits. */
public final class Hash {

    /** What stands before the first record. */
    public static final String NONE = "0".repeat(64);

    private Hash() {}

    public static String of(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /**
     * Of a link: over the link before, its place, and its text, with a line feed between each.
     *
     * @param chain its name
     * @param n its number, from 1
     */
    public static String ofLink(String previous, String chain, long n, String text) {
        return of(previous + "\n" + chain + "\n" + n + "\n" + text);
    }
}
