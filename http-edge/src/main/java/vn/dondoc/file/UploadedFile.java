package vn.dondoc.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import vn.dondoc.failure.Failure;

/**
 * A file as it came.
 *
 * @param sha256 of its content, hexadecimal
 */
public record UploadedFile(String name, byte[] content, String sha256) {

    private static final int MOST_BYTES = 20 << 20;

    /** @throws Failure.Invalid if nobody could keep it under this name, or it is empty or too large */
    public static UploadedFile of(String name, byte[] content) {
        if (name.isBlank() || name.chars().anyMatch(it -> it < ' ' || it == '/' || it == '\\')) {
            throw new Failure.Invalid("name", "edge.file-name");
        }
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw new Failure.Invalid("", "edge.file-size", MOST_BYTES >> 20);
        }
        return new UploadedFile(name, content, sha256(content));
    }

    /** The same for the same file beside the same thing, so that one sent twice is kept once. */
    public String idBeside(String owner) {
        return UUID.nameUUIDFromBytes((owner + "\n" + sha256 + "\n" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException(every);
        }
    }
}
