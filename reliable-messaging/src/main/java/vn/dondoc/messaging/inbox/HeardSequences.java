package vn.dondoc.messaging.inbox;

import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.messaging.StoreDown;

/**
 * How far the events of each aggregate were handled without a gap, for subscriptions whose effects do not carry that
 * themselves. It is written after the effect, so what was handled just before a crash is handled again, and what was handled
 * long ago is not. Behind a gap nothing is taken for handled: what is missing may still come, and what follows it then counts
 * anew.
 */
public final class HeardSequences {

    private static final String COLLECTION = "heard";
    private static final String SEQUENCE = "seq";

    private final MongoOperations mongo;

    public HeardSequences(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** What of a topic's aggregates was heard, to be asked and told record by record, in their order. */
    Heard of(String topic, Collection<String> aggregateIds) {
        Map<String, Long> upTo = new HashMap<>();
        List<String> ids =
                aggregateIds.stream().distinct().map(it -> id(topic, it)).toList();
        try {
            for (Document it : mongo.getCollection(COLLECTION).find(new Document("_id", new Document("$in", ids)))) {
                upTo.put(it.getString("_id"), it.getLong(SEQUENCE));
            }
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
        return new Heard(topic, upTo);
    }

    private static String id(String topic, String aggregateId) {
        return topic + "/" + aggregateId;
    }

    /** What was heard of some aggregates. */
    final class Heard {
        private final String topic;
        private final Map<String, Long> upTo;
        private final Map<String, Long> moved = new HashMap<>();

        private Heard(String topic, Map<String, Long> upTo) {
            this.topic = topic;
            this.upTo = upTo;
        }

        /** Hears an event. Nothing is kept before {@link #keep}. */
        boolean isNews(String aggregateId, long sequence) {
            String id = id(topic, aggregateId);
            long last = upTo.getOrDefault(id, 0L);
            if (sequence == last + 1) {
                upTo.put(id, sequence);
                moved.put(id, sequence);
            }
            return sequence > last;
        }

        /** The events that were heard had their effect. */
        void keep() {
            List<WriteModel<Document>> writes = new ArrayList<>();
            moved.forEach((id, sequence) -> writes.add(new UpdateOneModel<>(
                    new Document("_id", id),
                    new Document("$max", new Document(SEQUENCE, sequence)),
                    new UpdateOptions().upsert(true))));
            if (writes.isEmpty()) {
                return;
            }
            try {
                mongo.getCollection(COLLECTION).bulkWrite(writes, new BulkWriteOptions().ordered(false));
            } catch (MongoException down) {
                throw StoreDown.or(down);
            }
        }
    }
}
