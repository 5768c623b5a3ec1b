package vn.dondoc.reporting.aggregation;

import java.util.Date;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Which state of the aggregation serves: the first, whose name is set, until one that was counted anew takes over. Its name
 * is that of its consumer group and of its internal topics. Other instances take it up when they start again; what they
 * publish until then has lower sequences than the new state, and is left out by everybody.
 */
@Component
class ServingState {

    private static final String COLLECTION = "aggregation";
    private static final String SERVING = "serving";

    private final MongoOperations mongo;
    private final AggregationProperties properties;

    ServingState(MongoOperations mongo, AggregationProperties properties) {
        this.mongo = mongo;
        this.properties = properties;
    }

    /** Its application id. */
    String applicationId() {
        Document found = mongo.findOne(Query.query(Criteria.where("_id").is(SERVING)), Document.class, COLLECTION);
        return found == null ? properties.applicationId() : found.getString("applicationId");
    }

    void take(String applicationId) {
        mongo.save(
                new Document("_id", SERVING)
                        .append("applicationId", applicationId)
                        .append("since", new Date()),
                COLLECTION);
    }
}
