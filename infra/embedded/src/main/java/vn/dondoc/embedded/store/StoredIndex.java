package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * What this store's indexes have in common: they write into the batch of the document they index, and the planner of the
 * collection reads them, not mongo-java-server's own.
 */
abstract class StoredIndex extends Index<RecordKey> {

    StoredIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    boolean sparse() {
        return isSparse();
    }

    @Override
    public RecordKey getPosition(Document document) {
        return StoredCollection.keyOf(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // the collection plans for itself
    }

    @Override
    public Iterable<RecordKey> getPositions(Document query) {
        throw new UnsupportedOperationException("the collection plans for itself");
    }

    static StoredCollection stored(MongoCollection<RecordKey> collection) {
        return (StoredCollection) collection;
    }
}
