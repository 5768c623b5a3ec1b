package vn.dondoc.messaging.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.aggregate.Command;
import vn.dondoc.failure.Failure;

/**
 * What callers asked for under which key, whatever it changed. That a retry has no second effect is kept by the aggregate
 * itself; this tells a retry from another request under the same key. It is written before the effect: a request that dies
 * in between is asked again and finds its own.
 */
final class CallersKeys {

    private static final String AT = "at";
    private static final String FINGERPRINT = "fingerprint";
    private static final int BETWEEN_CLEANINGS = 1_000;
    private static final int RECENT = 10_000;

    private final MongoOperations mongo;
    private final Duration memory;
    private final AtomicInteger taken = new AtomicInteger();

    /** A request that changes many aggregates takes its key once. */
    private final Cache<String, Taken> recent =
            Caffeine.newBuilder().maximumSize(RECENT).build();

    /**
     * A key that somebody gave a request.
     *
     * @param at when it was seen first
     */
    private record Taken(String fingerprint, Instant at) {}

    CallersKeys(MongoOperations mongo, Duration memory) {
        this.mongo = mongo;
        this.memory = memory;
        keys().createIndex(new Document(AT, 1));
    }

    /**
     * Takes the key of a command for what it asks.
     *
     * @return when it was taken first; {@code now} if it is new, or no caller asks
     * @throws Failure.Conflict if the caller used it for something else
     */
    Instant take(Command command, Instant now) {
        String key = command.callersKey();
        if (key == null) {
            return now;
        }
        Taken first = recent.getIfPresent(key);
        if (first == null) {
            first = take(key, new Taken(command.fingerprint(), now));
            recent.put(key, first);
        }
        if (!first.fingerprint().equals(command.fingerprint())) {
            throw new Failure.Conflict("messaging.key-used");
        }
        return first.at();
    }

    private Taken take(String key, Taken wanted) {
        Document name = new Document("_id", key);
        try {
            keys().insertOne(new Document(name)
                    .append(FINGERPRINT, wanted.fingerprint())
                    .append(AT, Date.from(wanted.at())));
        } catch (MongoWriteException used) {
            if (used.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw used;
            }
            Document first = keys().find(name).first();
            return first == null
                    ? wanted
                    : new Taken(first.getString(FINGERPRINT), first.getDate(AT).toInstant());
        }
        if (taken.incrementAndGet() % BETWEEN_CLEANINGS == 0) {
            keys().deleteMany(new Document(
                    AT, new Document("$lt", Date.from(wanted.at().minus(memory)))));
        }
        return wanted;
    }

    private MongoCollection<Document> keys() {
        return mongo.getCollection("callersKeys");
    }
}
