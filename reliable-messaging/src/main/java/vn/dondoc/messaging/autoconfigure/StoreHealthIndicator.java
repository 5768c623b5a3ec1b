package vn.dondoc.messaging.autoconfigure;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Whether the store takes writes, found out by one: a store that is down, full or without a primary takes none. Part of
 * readiness. Asked often, it writes once in a while.
 */
final class StoreHealthIndicator implements HealthIndicator {

    private static final String COLLECTION = "health";
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private final MongoOperations mongo;
    private final String service;
    private long lookedAt;
    private @Nullable Health last;

    StoreHealthIndicator(MongoOperations mongo, String service) {
        this.mongo = mongo;
        this.service = service;
    }

    /** Who asks while another is writing waits for what that one finds. */
    @Override
    public synchronized Health health() {
        Health known = last;
        if (known == null || System.nanoTime() - lookedAt > OFTEN.toNanos()) {
            known = write();
            last = known;
            lookedAt = System.nanoTime();
        }
        return known;
    }

    private Health write() {
        try {
            mongo.upsert(query(where("_id").is(service)), Update.update("at", Instant.now()), COLLECTION);
            return Health.up().build();
        } catch (RuntimeException refused) {
            return Health.down(refused).build();
        }
    }
}
