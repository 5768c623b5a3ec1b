package vn.dondoc.messaging.autoconfigure;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Whether the store takes writes, found out by one: a store that is down, full or without a primary takes none. Part of
 * readiness.
 */
final class StoreHealthIndicator extends WatchedHealth {

    private static final String COLLECTION = "health";

    StoreHealthIndicator(MongoOperations mongo, String service) {
        super("store", () -> write(mongo, service));
    }

    private static Health write(MongoOperations mongo, String service) {
        try {
            mongo.upsert(query(where("_id").is(service)), Update.update("at", Instant.now()), COLLECTION);
            return Health.up().build();
        } catch (RuntimeException refused) {
            return Health.down(refused).build();
        }
    }
}
