package vn.dondoc.reporting.aggregation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Which state of the aggregation serves: the first, whose name is set, until one that was counted anew takes over. Its name
 * is that of its consumer group and of its internal topics. And who counts: one instance at a time, which says so again while
 * it does. Every change is of one document at once.
 */
@Component
class ServingState {

    private static final Duration HELD = Duration.ofMinutes(1);

    private static final String COLLECTION = "aggregation";
    private static final String APPLICATION_ID = "applicationId";
    private static final String BEFORE = "before";
    private static final String PUBLISHED = "published";
    private static final String COUNTER = "counter";
    private static final String UNTIL = "until";
    private static final Document SERVING = new Document("_id", "serving");

    private final MongoOperations mongo;
    private final AggregationProperties properties;
    private final String instance = UUID.randomUUID().toString();

    ServingState(MongoOperations mongo, AggregationProperties properties) {
        this.mongo = mongo;
        this.properties = properties;
    }

    /** Its application id. */
    String applicationId() {
        return found().get(APPLICATION_ID, properties.applicationId());
    }

    /** The application ids of those before of which something may be left. */
    List<String> before() {
        return found().getList(BEFORE, String.class, List.of());
    }

    /** Whether it took over and was stopped before everything that differs was published: it must be counted once more. */
    boolean isUnpublished() {
        return !found().getBoolean(PUBLISHED, true);
    }

    /** Whether this instance may count, for a minute; said again, for another. */
    boolean hold() {
        Date now = new Date();
        change(SERVING, new Document("$setOnInsert", new Document(BEFORE, List.of())), true);
        Document free = new Document(
                "$or",
                List.of(
                        new Document(COUNTER, instance),
                        new Document(UNTIL, null),
                        new Document(UNTIL, new Document("$lt", now))));
        Document held = new Document(COUNTER, instance)
                .append(UNTIL, Date.from(Instant.now().plus(HELD)));
        return change(new Document(SERVING).append("$and", List.of(free)), new Document("$set", held), false);
    }

    void letGo() {
        change(new Document(SERVING).append(COUNTER, instance), new Document("$unset", new Document(UNTIL, "")), false);
    }

    /** Another takes over; it has yet to publish what differs. */
    void take(String applicationId) {
        String before = applicationId();
        change(
                SERVING,
                new Document("$set", new Document(APPLICATION_ID, applicationId).append(PUBLISHED, false))
                        .append("$push", new Document(BEFORE, before)),
                false);
    }

    /** It has published what differs. */
    void published(String applicationId) {
        change(
                new Document(SERVING).append(APPLICATION_ID, applicationId),
                new Document("$set", new Document(PUBLISHED, true)),
                false);
    }

    /** Nothing of one before is left. */
    void forgot(String before) {
        change(SERVING, new Document("$pull", new Document(BEFORE, before)), false);
    }

    private boolean change(Document which, Document change, boolean create) {
        return collection()
                        .updateOne(which, change, new UpdateOptions().upsert(create))
                        .getMatchedCount()
                == 1;
    }

    private Document found() {
        Document found = collection().find(SERVING).first();
        return found == null ? new Document() : found;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
