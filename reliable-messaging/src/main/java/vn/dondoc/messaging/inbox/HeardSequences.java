package vn.dondoc.messaging.inbox;

import com.mongodb.MongoException;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.messaging.StoreDown;

/**
 * How far the events of each aggregate were handled, for subscriptions whose effects do not carry that themselves. It is
 * written after the effect, so what was handled just before a crash is handled again, and what was handled long ago is not.
 */
public final class HeardSequences {

    private static final String COLLECTION = "heard";
    private static final String SEQUENCE = "seq";

    private final MongoOperations mongo;

    public HeardSequences(MongoOperations mongo) {
        this.mongo = mongo;
    }

    boolean includes(String topic, String aggregateId, long sequence) {
        try {
            Document heard = mongo.getCollection(COLLECTION)
                    .find(new Document("_id", id(topic, aggregateId)))
                    .first();
            return heard != null && heard.getLong(SEQUENCE) >= sequence;
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    void add(String topic, String aggregateId, long sequence) {
        try {
            mongo.getCollection(COLLECTION)
                    .updateOne(
                            new Document("_id", id(topic, aggregateId)),
                            new Document("$max", new Document(SEQUENCE, sequence)),
                            new UpdateOptions().upsert(true));
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    private static String id(String topic, String aggregateId) {
        return topic + "/" + aggregateId;
    }
}
