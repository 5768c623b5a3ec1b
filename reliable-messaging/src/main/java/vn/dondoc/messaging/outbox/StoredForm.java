package vn.dondoc.messaging.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * In which form the documents of a collection are stored. What another instance changes while they are written anew is in
 * the new form already, so a document is written only if its version is as it was read.
 */
final class StoredForm<S> {

    private static final Logger log = LoggerFactory.getLogger(StoredForm.class);
    private static final String FORMS = "storedForms";
    private static final int AT_ONCE = 500;

    private final MongoOperations mongo;
    private final String collection;
    private final StateMapping<S, ?> mapping;

    StoredForm(MongoOperations mongo, String collection, StateMapping<S, ?> mapping) {
        this.mongo = mongo;
        this.collection = collection;
        this.mapping = mapping;
    }

    /** Nothing if the collection is in this form, or a later one. A document that cannot be read is left, and said so. */
    void raiseTo(int form) {
        MongoCollection<Document> forms = mongo.getCollection(FORMS);
        Document name = new Document("_id", collection);
        Document known = forms.find(name).first();
        if (known != null && known.getInteger("form") >= form) {
            return;
        }
        String last = "";
        List<Document> some;
        do {
            some = mongo.getCollection(collection)
                    .find(new Document("_id", new Document("$gt", last)))
                    .sort(new Document("_id", 1))
                    .limit(AT_ONCE)
                    .into(new ArrayList<>());
            List<WriteModel<Document>> writes = new ArrayList<>();
            some.forEach(it -> anew(it).ifPresent(writes::add));
            if (!writes.isEmpty()) {
                mongo.getCollection(collection).bulkWrite(writes, new BulkWriteOptions().ordered(false));
            }
            last = some.isEmpty() ? last : some.getLast().getString("_id");
        } while (some.size() == AT_ONCE);
        forms.replaceOne(name, new Document(name).append("form", form), new ReplaceOptions().upsert(true));
    }

    private Optional<WriteModel<Document>> anew(Document document) {
        try {
            S state = mapping.read(document.get("state", Document.class));
            Document set =
                    new Document("state", mapping.write(state)).append(AggregateStore.CREATED, created(document));
            Document unchanged = new Document("_id", document.get("_id")).append("version", document.get("version"));
            return Optional.of(new UpdateOneModel<>(unchanged, new Document("$set", set)));
        } catch (RuntimeException unreadable) {
            log.error("unreadable={}/{}", collection, document.get("_id"), unreadable);
            return Optional.empty();
        }
    }

    /** When it was created, as far as that was kept: not after its first command that is remembered. */
    private static Date created(Document document) {
        Date kept = document.getDate(AggregateStore.CREATED);
        return kept != null
                ? kept
                : document.getList("commands", Document.class, List.of()).stream()
                        .map(it -> it.getDate("at"))
                        .findFirst()
                        .orElse(new Date(0));
    }
}
