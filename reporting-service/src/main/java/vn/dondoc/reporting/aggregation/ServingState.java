package vn.dondoc.reporting.aggregation;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Which state of the aggregation serves: the first, whose name is set, until one that was counted anew takes over. Its name
 * is that of its consumer group and of its internal topics. What another instance publishes from an old state until it takes
 * up the new one has lower sequences, and is left out by everybody.
 */
@Component
class ServingState {

    private static final String COLLECTION = "aggregation";
    private static final String SERVING = "serving";
    private static final String APPLICATION_ID = "applicationId";
    private static final String BEFORE = "before";
    private static final String PUBLISHED = "published";

    private final MongoOperations mongo;
    private final AggregationProperties properties;

    ServingState(MongoOperations mongo, AggregationProperties properties) {
        this.mongo = mongo;
        this.properties = properties;
    }

    /** Its application id. */
    String applicationId() {
        Document found = found();
        return found == null ? properties.applicationId() : found.getString(APPLICATION_ID);
    }

    /** The application id of the one before, while something of it is left; {@code null} if nothing is. */
    @Nullable
    String before() {
        Document found = found();
        return found == null ? null : found.getString(BEFORE);
    }

    /** Whether it took over and was stopped before everything that differs was published: it must be counted once more. */
    boolean isUnpublished() {
        Document found = found();
        return found != null && Boolean.FALSE.equals(found.getBoolean(PUBLISHED));
    }

    /** Another takes over; it has yet to publish what differs. */
    void take(String applicationId) {
        save(applicationId, applicationId(), false);
    }

    /** It has published what differs. */
    void published() {
        save(applicationId(), before(), true);
    }

    /** Nothing of the one before is left. */
    void forgotBefore() {
        save(applicationId(), null, !isUnpublished());
    }

    private @Nullable Document found() {
        return mongo.findOne(Query.query(Criteria.where("_id").is(SERVING)), Document.class, COLLECTION);
    }

    private void save(String applicationId, @Nullable String before, boolean published) {
        mongo.save(
                new Document("_id", SERVING)
                        .append(APPLICATION_ID, applicationId)
                        .append(BEFORE, before)
                        .append(PUBLISHED, published)
                        .append("since", new Date()),
                COLLECTION);
    }
}
