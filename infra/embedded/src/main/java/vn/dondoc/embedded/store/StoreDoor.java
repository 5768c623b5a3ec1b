package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever knows the password, once for a connection, by SASL PLAIN as MongoDB's drivers speak it
 * ({@code authMechanism=PLAIN}, RFC 4616). What a driver asks before it signs in is answered.
 */
final class StoreDoor {

    /** The only account there is. */
    static final String ACCOUNT = "dondoc";

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final Set<String> BEFORE = Set.of("hello", "ismaster", "buildinfo", "ping", "endsessions");
    private static final AttributeKey<Boolean> SIGNED_IN = AttributeKey.valueOf(StoreDoor.class, "signedIn");

    private final @Nullable String password;

    /** @param password {@code null} lets everybody in */
    StoreDoor(@Nullable String password) {
        this.password = password;
    }

    boolean isSignIn(String command) {
        return password != null && command.equalsIgnoreCase("saslStart");
    }

    /** The answer, which says whether the password is right. */
    Document signIn(Channel channel, Document start) {
        if (!"PLAIN".equals(start.get("mechanism"))
                || !(start.get("payload") instanceof BinData said)
                || !isAccount(said.getData())) {
            // Answered and not thrown: what is thrown is logged with the password that was tried.
            return new Document("ok", 0)
                    .append("errmsg", "Authentication failed.")
                    .append("code", AUTHENTICATION_FAILED)
                    .append("codeName", "AuthenticationFailed");
        }
        channel.attr(SIGNED_IN).set(true);
        return new Document("conversationId", 1)
                .append("done", true)
                .append("payload", new BinData(new byte[0]))
                .append("ok", 1);
    }

    /** For whom one acts may be said or left out. */
    private boolean isAccount(byte[] said) {
        byte[] proof = ("\0" + ACCOUNT + "\0" + password).getBytes(StandardCharsets.UTF_8);
        byte[] asItself = (ACCOUNT + "\0" + ACCOUNT + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(said, proof) | MessageDigest.isEqual(said, asItself);
    }

    /** @throws MongoServerError if the connection has not signed in and the command is not one that comes before it */
    void require(Channel channel, String command) throws MongoServerError {
        if (password != null
                && !BEFORE.contains(command.toLowerCase(Locale.ROOT))
                && channel.attr(SIGNED_IN).get() == null) {
            throw new MongoServerError(UNAUTHORIZED, "Unauthorized", "command " + command + " requires authentication");
        }
    }
}
