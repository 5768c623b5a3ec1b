package vn.dondoc.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** The key that tokens are signed with, made on the first start and kept beside the data. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    /** Reads the key from {@code file}, or makes one there that only its owner can read. */
    static RSAKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                RSAKey made = new RSAKeyGenerator(BITS)
                        .keyID(UUID.randomUUID().toString())
                        .generate();
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, made.toJSONString());
                return made;
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (JOSEException | ParseException unusable) {
            throw new IllegalStateException("remove " + file + " and start again", unusable);
        }
    }
}
