package vn.dondoc.messaging.outbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.failure.Failure;

/**
 * What others last said of their aggregates, one document each, with the sequence it was said at. Duplicates and late
 * old news change nothing, because the sequence stands in the same document as the state.
 */
public final class LatestStates {

    private static final String SEQUENCE = "appliedSequence";
    private static final int ATTEMPTS = 8;

    private final MongoOperations mongo;
    private final String collectionName;

    public LatestStates(MongoOperations mongo, String collectionName) {
        this.mongo = mongo;
        this.collectionName = collectionName;
        collection().createIndex(new Document("_id", 1).append(SEQUENCE, 1), new IndexOptions().unique(true));
    }

    /**
     * Takes over a state unless the same or a later one is known.
     *
     * @return whether it was news
     */
    public boolean put(String id, long sequence, Document state) {
        Document next = new Document("_id", id).append(SEQUENCE, sequence);
        next.putAll(state);
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Document known = collection().find(new Document("_id", id)).first();
                if (known != null && known.getLong(SEQUENCE) >= sequence) {
                    return false;
                }
                if (known == null ? inserted(next) : replaced(known, next)) {
                    return true;
                }
            }
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
        throw new Failure.Unavailable(
                "Quá nhiều nơi cùng cập nhật " + id + ".",
                "Too many writers on " + id + ".",
                Duration.ofSeconds(1),
                null);
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(collection().find(new Document("_id", id)).first());
    }

    /** Those that match, in id order. */
    public List<Document> find(Document query) {
        return collection().find(query).sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    /** Declares an index beside the query that uses it. */
    public void declareIndex(Document keys) {
        collection().createIndex(keys);
    }

    private boolean inserted(Document next) {
        try {
            collection().insertOne(next);
            return true;
        } catch (MongoWriteException raced) {
            if (raced.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw raced;
        }
    }

    private boolean replaced(Document known, Document next) {
        Document unchanged = new Document("_id", next.getString("_id")).append(SEQUENCE, known.getLong(SEQUENCE));
        return collection().replaceOne(unchanged, next).getMatchedCount() == 1;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(collectionName);
    }
}
