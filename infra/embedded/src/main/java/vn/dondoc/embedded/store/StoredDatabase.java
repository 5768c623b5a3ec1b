package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One database: its collections and indexes as tables, and pipelines that begin with a filter read through an index. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<RecordKey> {

    private static final String INDEX = "$index$";

    private final Tables tables;
    private final Lookup.Listener listener;

    StoredDatabase(String name, CursorRegistry cursors, Tables tables, Lookup.Listener listener) {
        super(name, cursors);
        this.tables = tables;
        this.listener = listener;
        initializeNamespacesAndIndexes();
    }

    /** Name of the database that a table belongs to. */
    static String databaseOf(String tableName) {
        return tableName.substring(0, tableName.indexOf('.'));
    }

    private String tableOf(String collection) {
        return getFullCollectionNamespace(collection);
    }

    private String tableOf(String collection, String index) {
        return tableOf(collection) + INDEX + index;
    }

    @Override
    protected MongoCollection<RecordKey> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoredCollection(this, name, tableOf(name), options, tables, cursorRegistry, listener);
    }

    @Override
    protected Index<RecordKey> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(tables, tableOf(collection), name, keys);
        }
        return new OrderedIndex(tables, tableOf(collection, name), name, keys, true, sparse);
    }

    @Override
    protected Index<RecordKey> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(tables, tableOf(collection, name), name, keys, false, sparse);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        tables.drop(tableOf(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        String before = collection.getFullName();
        List<String> indexes =
                collection.getIndexes().stream().map(Index::getName).toList();
        super.moveCollection(from, collection, name);
        for (String table : tables.names()) {
            if (table.equals(before)) {
                tables.rename(table, tableOf(name));
            }
            for (String index : indexes) {
                if (table.equals(before + INDEX + index)) {
                    tables.rename(table, tableOf(name, index));
                }
            }
        }
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.toLowerCase(Locale.ROOT).equals("aggregate")
                && query.get(command) instanceof String collectionName
                && query.get("pipeline") instanceof List<?> pipeline
                && !pipeline.isEmpty()
                && pipeline.getFirst() instanceof Document first
                && first.get("$match") instanceof Document filter) {
            MongoCollection<RecordKey> collection = resolveCollection(collectionName, false);
            if (collection != null) {
                clearLastStatus(channel);
                return aggregate(collection, filter, pipeline.subList(1, pipeline.size()), query, databases, oplog);
            }
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    /** The leading filter is answered by the collection, which has indexes; the stages after it see what it found. */
    private Document aggregate(
            MongoCollection<RecordKey> collection,
            Document filter,
            List<?> stages,
            Document query,
            DatabaseResolver databases,
            Oplog oplog) {
        if (isCount(stages)) {
            int count = collection.count(filter, 0, 0);
            return answer(collection, count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count)));
        }
        Optional<CountPerGroup> perGroup = CountPerGroup.of(stages);
        if (perGroup.isPresent() && collection instanceof StoredCollection stored) {
            Optional<List<Document>> counted = stored.count(filter, perGroup.get());
            if (counted.isPresent()) {
                return answer(collection, counted.get());
            }
        }
        Aggregation aggregation = Aggregation.fromPipeline(stages, databases, this, collection, oplog);
        aggregation.validate(query);
        QueryResult found = collection.handleQuery(filter, 0, 0);
        return answer(collection, aggregation.runStages(StreamSupport.stream(found.spliterator(), false)));
    }

    /** What drivers send to count documents. */
    private static boolean isCount(List<?> stages) {
        return stages.size() == 1
                && new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)))
                        .equals(stages.getFirst());
    }

    private static Document answer(MongoCollection<RecordKey> collection, List<Document> documents) {
        return new Document(
                        "cursor",
                        new Document("id", 0L)
                                .append("ns", collection.getFullName())
                                .append("firstBatch", documents))
                .append("ok", 1.0);
    }

    @Override
    protected long getStorageSize() {
        return tables.bytesOnDisk();
    }

    @Override
    protected long getFileSize() {
        return tables.bytesOnDisk();
    }
}
