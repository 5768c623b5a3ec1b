package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;

/** The index on {@code _id}: the documents themselves, which stand in the order of their ids. */
final class IdIndex extends StoredIndex {

    private final Tables tables;
    private final String documents;

    /** @param documents name of the collection's own table */
    IdIndex(Tables tables, String documents, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.tables = tables;
        this.documents = documents;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<RecordKey> collection) {
        if (stored(collection).holds(getPosition(document))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    @Override
    public void add(Document document, RecordKey position, MongoCollection<RecordKey> collection) {
        // the document is its own entry
    }

    @Override
    public RecordKey remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<RecordKey> collection) {
        // an id cannot change
    }

    @Override
    public void updateInPlace(
            Document before, Document after, RecordKey position, MongoCollection<RecordKey> collection) {
        // an id cannot change
    }

    @Override
    public long getCount() {
        return StoredCollection.count(tables, documents);
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        // goes with the documents
    }
}
