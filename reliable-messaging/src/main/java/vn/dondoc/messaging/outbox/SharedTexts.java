package vn.dondoc.messaging.outbox;

import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.aggregate.SearchWords;

/**
 * The words of texts that many documents share, each text once: a clause that 3,321 communes have to do is searched as one,
 * and their tasks and notices carry its id instead of its words. A text is learned before the first document that has it.
 */
public final class SharedTexts {

    /** More texts than that, and the words say nothing. */
    public static final int MOST_FOUND = 50;

    private static final int MOST_REMEMBERED = 10_000;

    private final MongoOperations mongo;
    private final String collection;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param collection in which they are kept */
    public SharedTexts(MongoOperations mongo, String collection) {
        this.mongo = mongo;
        this.collection = collection;
        mongo.getCollection(collection).createIndex(new Document("province", 1).append("words", 1));
    }

    /** The id of a text of a province, such as a duty and the number of its directive. */
    public static String idOf(String province, @Nullable String... text) {
        String identity = province + "\n"
                + String.join("\n", Arrays.stream(text).map(String::valueOf).toList());
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Whether none was ever learned. */
    public boolean isEmpty() {
        return mongo.getCollection(collection).find().first() == null;
    }

    public void learn(String province, @Nullable String... text) {
        String id = idOf(province, text);
        if (known.contains(id)) {
            return;
        }
        Document words = new Document("province", province).append("words", SearchWords.in(text));
        mongo.getCollection(collection).replaceOne(new Document("_id", id), words, new ReplaceOptions().upsert(true));
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        known.add(id);
    }

    /**
     * Ids of the texts that have each of {@code words}; none for a text without a word, at most one more
     * than {@link #MOST_FOUND}.
     *
     * @param province {@code null} for all
     */
    public List<String> containing(@Nullable String province, String words) {
        if (SearchWords.in(words).isEmpty()) {
            return List.of();
        }
        Document query = province == null ? new Document() : new Document("province", province);
        Filters.containing(query, "words", SearchWords.in(words));
        List<String> found = new ArrayList<>();
        mongo.getCollection(collection)
                .find(query)
                .projection(new Document("_id", 1))
                .limit(MOST_FOUND + 1)
                .forEach(it -> found.add(it.getString("_id")));
        return found;
    }
}
