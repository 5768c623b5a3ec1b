package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Takes commands from the wire, and answers those that write when what they wrote is on disk. */
final class StoreBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "createindexes",
            "dropindexes",
            "drop",
            "dropdatabase",
            "create",
            "renamecollection");

    private final Tables tables;
    private final Lookup.Listener listener;
    private final StoreDoor door;
    /** Commands hold the one side; closing takes the other, for RocksDB's memory is not to be touched after it. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    StoreBackend(Tables tables, Lookup.Listener listener, StoreDoor door) {
        this.door = door;
        this.tables = tables;
        this.listener = listener;
        tables.names().stream().map(StoredDatabase::databaseOf).distinct().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, getCursorRegistry(), tables, listener);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new MongoServerException("the store is closed");
            }
            try {
                return super.handleMessage(message);
            } finally {
                if (writes(message.getDocument())) {
                    tables.awaitDurable();
                }
            }
        } finally {
            open.readLock().unlock();
        }
    }

    /** The later name of a command that mongo-java-server knows by its first. */
    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        if (door.isSignIn(command)) {
            return door.signIn(channel, query);
        }
        door.require(channel, command);
        return super.handleCommand(
                channel, databaseName, command.equalsIgnoreCase("hello") ? "ismaster" : command, query);
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        door.require(query.getChannel(), "query");
        return super.handleQuery(query);
    }

    /** A pipeline writes if its last stage does. */
    private static boolean writes(Document query) {
        String command = query.keySet().iterator().next().toLowerCase(Locale.ROOT);
        return WRITES.contains(command)
                || query.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getLast() instanceof Document last
                        && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    /** The rest of a long answer, in pieces of the usual size where none is asked for. */
    @Override
    protected Document handleGetMore(String database, String command, Document query) {
        if (!(query.get("batchSize") instanceof Number size) || size.intValue() == 0) {
            query.put("batchSize", StoredCollection.USUAL_ANSWER);
        }
        return super.handleGetMore(database, command, query);
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                super.close();
                tables.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
