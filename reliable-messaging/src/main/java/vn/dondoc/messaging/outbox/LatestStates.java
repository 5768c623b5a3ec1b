package vn.dondoc.messaging.outbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.messaging.AlreadyThere;
import vn.dondoc.messaging.StoreDown;

/**
 * What others last said of their aggregates, one document each, with the sequence it was said at. Duplicates and late
 * old news change nothing, because the sequence stands in the same document as the state.
 */
public final class LatestStates {

    private static final String SEQUENCE = "appliedSequence";
    private final MongoOperations mongo;
    private final String collectionName;

    public LatestStates(MongoOperations mongo, String collectionName) {
        this.mongo = mongo;
        this.collectionName = collectionName;
    }

    /**
     * What somebody said.
     *
     * @param sequence at which it was said
     */
    public record State(String id, long sequence, Document state) {

        private Document stored() {
            Document stored = new Document("_id", id).append(SEQUENCE, sequence);
            stored.putAll(state);
            return stored;
        }

        /** Matches only what is older. */
        private Document older() {
            return new Document("_id", id).append(SEQUENCE, new Document("$lt", sequence));
        }
    }

    /**
     * Takes over a state unless the same or a later one is known.
     *
     * @return whether it was news
     */
    public boolean put(String id, long sequence, Document state) {
        var said = new State(id, sequence, state);
        try {
            return inserted(said) || replaced(said);
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    /** Replaces what is older or is not there; false if another document stands in the way. */
    private boolean inserted(State said) {
        try {
            collection().replaceOne(said.older(), said.stored(), new ReplaceOptions().upsert(true));
            return true;
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw known;
        }
    }

    /** What stood in the way may have been put there at the same moment and be older after all. */
    private boolean replaced(State said) {
        return collection().replaceOne(said.older(), said.stored()).getMatchedCount() == 1;
    }

    /**
     * Takes over many states at once, each under the same rule; of one id, the latest of them.
     *
     * @return those that were news
     */
    public List<State> putAll(List<State> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<String, State> latest = new LinkedHashMap<>();
        all.forEach(it -> latest.merge(it.id(), it, (one, other) -> one.sequence() > other.sequence() ? one : other));
        List<State> said = List.copyOf(latest.values());
        List<WriteModel<Document>> writes = new ArrayList<>(said.size());
        said.forEach(
                it -> writes.add(new ReplaceOneModel<>(it.older(), it.stored(), new ReplaceOptions().upsert(true))));
        try {
            collection().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return said;
        } catch (MongoBulkWriteException partly) {
            if (!AlreadyThere.only(partly)) {
                throw StoreDown.or(partly);
            }
            List<State> news = new ArrayList<>(said);
            for (BulkWriteError error : partly.getWriteErrors()) {
                State known = said.get(error.getIndex());
                if (!replaced(known)) {
                    news.remove(known);
                }
            }
            return news;
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    /** Keeps what is said beside what was said before, under ids of its own; what is there already stays as it is. */
    public void addAll(List<State> said) {
        if (said.isEmpty()) {
            return;
        }
        try {
            collection().insertMany(said.stream().map(State::stored).toList(), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException partly) {
            if (!AlreadyThere.only(partly)) {
                throw StoreDown.or(partly);
            }
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    /** Changes some fields of what matches, which stays as it was said otherwise. */
    public void amend(Document query, Document fields) {
        guarded(() -> collection().updateMany(query, new Document("$set", fields)));
    }

    public Optional<Document> find(String id) {
        return guarded(() ->
                Optional.ofNullable(collection().find(new Document("_id", id)).first()));
    }

    /** The first that match, in this order. Needs an index on the fields of the query, then those of the order. */
    public List<Document> find(Document query, Document order, int limit) {
        return guarded(() -> collection().find(query).sort(order).limit(limit).into(new ArrayList<>()));
    }

    /** How many match. */
    public long count(Document query) {
        return mongo.executeCommand(new Document("count", collectionName).append("query", query))
                .get("n", Number.class)
                .longValue();
    }

    /** The different values of a text field. Needs an index on it. */
    public List<String> distinct(String field) {
        return guarded(() -> collection().distinct(field, String.class).into(new ArrayList<>()));
    }

    /** Those that match, in no order. */
    public List<Document> findAny(Document query) {
        return guarded(() -> collection().find(query).into(new ArrayList<>()));
    }

    /** Declares an index beside the query that uses it. */
    public void declareIndex(Document keys) {
        collection().createIndex(keys);
    }

    /** The same, holding only the documents that have one of the fields. */
    public void declareSparseIndex(Document keys) {
        collection().createIndex(keys, new IndexOptions().sparse(true));
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(collectionName);
    }
}
