package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/**
 * One collection: a table of documents in the order of their ids, and a table for each index.
 *
 * <p>What a filter means and what an update does is mongo-java-server's; this class decides where things stand on disk and
 * how they are found.
 *
 * <p><b>Writing.</b> One writer at a time. While a document is being written, it and the entries of all its indexes
 * gather in one batch, together with the collection's count of documents, and the batch is applied whole: an index can
 * never say something else than its documents. Each document of a command is a batch of its own, as in MongoDB. The
 * command is answered when all of them are synced ({@link Tables#awaitDurable}).
 *
 * <p><b>Reading.</b> Readers take no lock. A query reads a view of the tables at one moment, so an index and its documents
 * belong together; {@link QueryPlan} says which stretches of which index to read, and every document found is held against
 * the whole filter. Where the plan gives the order asked for, reading ends with the limit; else everything that matches is
 * sorted in memory. What it cost is told to the {@link Lookup.Listener}.
 */
final class StoredCollection extends AbstractMongoCollection<RecordKey> {

    /** Documents in an answer that says nothing of its size; MongoDB's number. The rest waits behind a cursor. */
    static final int USUAL_ANSWER = 101;

    private static final String ID = "_id";

    /** Documents that a delete holds in memory at once. */
    private static final int PORTION = 1_000;

    private final Tables tables;
    private final Lookup.Listener listener;
    private final int table;
    private final byte[] countKey;
    private final List<StoredIndex> stored = new CopyOnWriteArrayList<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final WriteBatch batch = new WriteBatch();
    private volatile long count;

    StoredCollection(
            MongoDatabase database,
            String name,
            String tableName,
            CollectionOptions options,
            Tables tables,
            CursorRegistry cursors,
            Lookup.Listener listener) {
        super(database, name, options, cursors);
        this.tables = tables;
        this.listener = listener;
        this.table = tables.number(tableName);
        this.countKey = Tables.catalogueKey('n', tableName);
        this.count = count(tables, tableName);
    }

    static long count(Tables tables, String tableName) {
        byte[] stored = tables.get(Tables.catalogueKey('n', tableName));
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
    }

    static RecordKey keyOf(Document document) {
        return new RecordKey(SortKey.of(document.get(ID)));
    }

    boolean holds(RecordKey position) {
        return tables.get(at(position)) != null;
    }

    private byte[] at(RecordKey position) {
        return Tables.key(table, position.bytes());
    }

    // ---- writing

    /** The batch of the document that is being written. */
    WriteBatch batch() {
        if (!writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("nothing is being written");
        }
        return batch;
    }

    private <T> T written(Supplier<T> change) {
        writing.lock();
        try {
            return change.get();
        } finally {
            batch.clear();
            writing.unlock();
        }
    }

    /** Applies the batch; {@code more} documents are in the collection than before. */
    private void apply(int more) {
        try {
            if (more != 0) {
                batch.put(countKey, ByteBuffer.allocate(8).putLong(count + more).array());
            }
            tables.write(batch);
            count += more;
        } catch (RocksDBException failed) {
            throw new IllegalStateException(failed);
        } finally {
            batch.clear();
        }
    }

    @Override
    public void addDocument(Document document) {
        written(() -> {
            super.addDocument(document);
            apply(1);
            return document;
        });
    }

    @Override
    protected RecordKey addDocumentInternal(Document document) {
        String idField = getIdField();
        RecordKey position = new RecordKey(SortKey.of(idField == null ? UUID.randomUUID() : document.get(idField)));
        put(position, document);
        return position;
    }

    /** The last step of an update: the entries of its indexes are in the batch already. */
    @Override
    protected void handleUpdate(RecordKey position, Document before, Document after) {
        put(position, after);
        apply(0);
    }

    private void put(RecordKey position, Document document) {
        try {
            batch().put(at(position), Bson.encode(document));
        } catch (RocksDBException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void removeDocument(Document document) {
        written(() -> {
            for (StoredIndex index : stored) {
                if (index instanceof OrderedIndex ordered) {
                    ordered.removeFrom(batch, document);
                }
            }
            super.removeDocument(document);
            return document;
        });
    }

    @Override
    protected void removeDocument(RecordKey position) {
        try {
            batch().delete(at(position));
        } catch (RocksDBException failed) {
            throw new IllegalStateException(failed);
        }
        apply(-1);
    }

    @Override
    public List<Document> insertDocuments(List<Document> documents, boolean ordered) {
        return written(() -> super.insertDocuments(documents, ordered));
    }

    @Override
    public Document updateDocuments(
            Document selector, Document update, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        if (!multi && isOfOneId(selector) && isWhole(update, selector)) {
            return written(() -> replaceOne(selector, update, upsert));
        }
        return written(() -> super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog));
    }

    private static boolean isOfOneId(Document selector) {
        Object id = selector.get(ID);
        return id instanceof String || id instanceof Number || id instanceof ObjectId;
    }

    /** Whether it is a document to be put in the place of the one that is looked for, and no list of changes. */
    private static boolean isWhole(Document update, Document selector) {
        return update.keySet().stream().noneMatch(it -> it.startsWith("$"))
                && (!update.containsKey(ID) || Objects.equals(update.get(ID), selector.get(ID)));
    }

    /**
     * What mongo-java-server would do with four copies of both documents: here the one that stands there is read once. Figures
     * and whatever else others say of theirs are kept so, many a second.
     */
    private Document replaceOne(Document selector, Document replacement, boolean upsert) {
        RecordKey position = keyOf(selector);
        byte[] there = tables.get(at(position));
        Document before = there == null ? null : Bson.decode(there);
        var after = new Document(ID, before == null ? selector.get(ID) : before.get(ID));
        replacement.forEach(after::putIfAbsent);
        Utils.validateFieldNames(after);
        boolean matches = before != null && documentMatchesQuery(before, selector);
        tellOfOneId(selector, there == null ? 0 : 1, matches ? 1 : 0);
        if (before != null && matches) {
            boolean changes = !before.equals(after);
            if (changes) {
                getIndexes().forEach(it -> it.checkUpdate(before, after, this));
                getIndexes().forEach(it -> it.updateInPlace(before, after, position, this));
                handleUpdate(position, before, after);
            }
            return new Document("n", 1).append("nModified", changes ? 1 : 0);
        }
        var nothing = new Document();
        if (upsert) {
            addDocument(after);
            nothing.append("upserted", after.get(ID));
        }
        return nothing.append("n", 0).append("nModified", 0);
    }

    private void tellOfOneId(Document selector, int lookedAt, int found) {
        String index = stored.stream()
                .filter(IdIndex.class::isInstance)
                .map(Index::getName)
                .findFirst()
                .orElse(null);
        listener.lookedUp(new Lookup(getFullName(), selector, null, index, true, lookedAt, found));
    }

    /** In portions, so that what is deleted need not be in memory at once. */
    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        boolean all = limit == 0;
        return written(() -> {
            int deleted = 0;
            int portion;
            do {
                portion = super.deleteDocuments(selector, all ? PORTION : limit, oplog);
                deleted += portion;
            } while (all && portion == PORTION);
            return deleted;
        });
    }

    @Override
    public Document findAndModify(Document query) {
        return written(() -> super.findAndModify(query));
    }

    @Override
    public void addIndex(Index<RecordKey> index) {
        written(() -> {
            boolean known = getIndexes().stream().anyMatch(it -> it.getName().equals(index.getName()));
            super.addIndex(index);
            if (!known && index instanceof StoredIndex added) {
                if (added instanceof OrderedIndex ordered) {
                    ordered.markBuilt(batch);
                    apply(0);
                }
                stored.add(added);
            }
            return index;
        });
    }

    /** Called by an index that is being built, after each document: applies the batch if it has as many entries. */
    void applyBuilt(int entries) {
        if (batch.count() >= entries) {
            apply(0);
        }
    }

    @Override
    public void dropIndex(String name) {
        written(() -> {
            stored.removeIf(it -> it.getName().equals(name));
            super.dropIndex(name);
            return name;
        });
    }

    @Override
    public void renameTo(MongoDatabase database, String name) {
        written(() -> {
            super.renameTo(database, name);
            return name;
        });
    }

    @Override
    protected boolean tracksDataSize() {
        return false; // nobody asks, and it costs a write
    }

    @Override
    protected void updateDataSize(int delta) {
        throw new UnsupportedOperationException("the size of the data is not kept");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    // ---- reading

    @Override
    public int count() {
        return (int) count;
    }

    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        Document filter = query == null ? new Document() : query;
        if (filter.isEmpty()) {
            return super.count(filter, skip, limit);
        }
        try (Reading reading = new Reading(filter, null)) {
            long found = reading.plan.exact()
                    ? reading.entries()
                    : reading.matching().count();
            reading.tell(found);
            long left = Math.max(0, found - Math.max(0, skip));
            return (int) (limit > 0 ? Math.min(limit, left) : left);
        }
    }

    /**
     * Counts per group where one index begins with the fields of the filter and goes on with those of the groups: entries
     * of a group stand together, so one pass over the keys counts them, and only one document a group is read, for its
     * values.
     *
     * @return nothing if no index does
     */
    Optional<List<Document>> count(Document filter, CountPerGroup groups) {
        Document together = new Document();
        groups.fields().values().forEach(it -> together.append(it, 1));
        try (Reading reading = new Reading(filter, together)) {
            return reading.plan.exact() && reading.plan.sorted() && reading.plan.index() instanceof OrderedIndex index
                    ? Optional.of(reading.counted(index, groups))
                    : Optional.empty();
        }
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        try (Reading reading = new Reading(query, orderBy)) {
            DocumentComparator inMemory = reading.plan.sorted() ? null : deriveComparator(orderBy);
            QueryResult result = matchDocumentsFromStream(
                    new Document(), reading.matching(), skip, limit, batchSize, inMemory, projection);
            reading.tell(reading.matched);
            return result;
        }
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    /** A statement that changes what it finds has to find all of it: it never asks a cursor for the rest. */
    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        boolean split = batchSize == 0 && matched.size() > USUAL_ANSWER && !writing.isHeldByCurrentThread();
        return super.createQueryResult(matched, split ? USUAL_ANSWER : batchSize);
    }

    @Override
    protected Document getDocument(RecordKey position) {
        byte[] stored = tables.get(at(position));
        if (stored == null) {
            throw new NoSuchElementException("no document at this key");
        }
        return Bson.decode(stored);
    }

    @Override
    protected Stream<DocumentWithPosition<RecordKey>> streamAllDocumentsWithPosition() {
        byte[] prefix = Tables.bytes(table);
        List<DocumentWithPosition<RecordKey>> all = new ArrayList<>();
        try (Tables.View view = tables.view();
                RocksIterator entries = view.iterator()) {
            for (entries.seek(prefix); entries.isValid() && Tables.startsWith(entries.key(), prefix); entries.next()) {
                byte[] key = entries.key();
                all.add(new DocumentWithPosition<>(
                        Bson.decode(entries.value()), new RecordKey(Arrays.copyOfRange(key, 4, key.length))));
            }
        }
        return all.stream();
    }

    /** One query under way. */
    private final class Reading implements AutoCloseable {

        private final Document filter;
        private final @Nullable Document sort;
        private final Tables.View view = tables.view();
        private final QueryPlan plan;
        /** Documents met, where an index has more than one entry for a document. */
        private final Set<RecordKey> seen = new HashSet<>();

        private long lookedAt;
        private long matched;
        private @Nullable RocksIterator open;

        Reading(Document filter, @Nullable Document sort) {
            this.filter = filter;
            this.sort = sort == null || sort.isEmpty() ? null : sort;
            this.plan = QueryPlan.of(filter, sort, stored, table);
        }

        Stream<Document> matching() {
            Stream<Document> found = plan.stretches().stream().flatMap(this::documents);
            return found.filter(it -> {
                boolean matches = documentMatchesQuery(it, filter);
                matched += matches ? 1 : 0;
                return matches;
            });
        }

        private Stream<Document> documents(Bounds.Stretch stretch) {
            if (plan.points()) {
                byte[] found = view.get(stretch.from());
                if (found == null) {
                    return Stream.empty();
                }
                lookedAt++;
                return Stream.of(Bson.decode(found));
            }
            return stream(new Walk(stretch))
                    .filter(it -> plan.once() || seen.add(new RecordKey(it)))
                    .map(this::document);
        }

        /** An entry of the collection's own table is the document; any other leads to it. */
        private Document document(byte[] value) {
            if (!(plan.index() instanceof OrderedIndex)) {
                return Bson.decode(value);
            }
            byte[] found = view.get(Tables.key(table, value));
            if (found == null) {
                throw new IllegalStateException("an entry of " + plan.index() + " leads nowhere");
            }
            return Bson.decode(found);
        }

        /** How many entries the plan's stretches hold. */
        long entries() {
            return plan.stretches().stream()
                    .mapToLong(it -> plan.points()
                            ? (view.get(it.from()) == null ? 0 : 1)
                            : stream(new Walk(it)).count())
                    .sum();
        }

        private static Stream<byte[]> stream(Walk walk) {
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED), false);
        }

        List<Document> counted(OrderedIndex index, CountPerGroup groups) {
            List<String> keys = index.getKeys().stream().map(IndexKey::getKey).toList();
            int length = 0;
            for (String field : groups.fields().values()) {
                length = Math.max(length, keys.indexOf(field) + 1);
            }
            List<Document> counted = new ArrayList<>();
            byte[] group = {};
            int count = 0;
            for (Bounds.Stretch stretch : plan.stretches()) {
                Walk walk = new Walk(stretch);
                while (walk.hasNext()) {
                    byte[] key = iterator().key();
                    byte[] value = walk.next();
                    if (count == 0 || !Tables.startsWith(key, group)) {
                        addCount(counted, groups, count);
                        Document first = document(value);
                        group = Tables.key(index.table(), index.beginning(first, length));
                        counted.add(new Document("_id", valuesOf(first, groups)));
                        count = 0;
                    }
                    count++;
                }
            }
            addCount(counted, groups, count);
            tell(lookedAt);
            return counted;
        }

        private static Document valuesOf(Document document, CountPerGroup groups) {
            Document values = new Document();
            groups.fields().forEach((name, path) -> {
                Object value = Utils.getSubdocumentValue(document, path);
                if (!(value instanceof Missing)) {
                    values.append(name, value);
                }
            });
            return values;
        }

        private static void addCount(List<Document> counted, CountPerGroup groups, int count) {
            if (!counted.isEmpty()) {
                counted.getLast().append(groups.total(), count);
            }
        }

        void tell(long found) {
            StoredIndex index = plan.index();
            listener.lookedUp(new Lookup(
                    getFullName(),
                    filter,
                    sort,
                    index == null ? null : index.getName(),
                    plan.sorted(),
                    lookedAt,
                    found));
        }

        private RocksIterator iterator() {
            RocksIterator iterator = open;
            if (iterator == null) {
                iterator = view.iterator();
                open = iterator;
            }
            return iterator;
        }

        @Override
        public void close() {
            if (open != null) {
                open.close();
            }
            view.close();
        }

        /** The values of one stretch, in the direction of the plan. */
        private final class Walk implements Iterator<byte[]> {

            private final Bounds.Stretch stretch;
            private boolean begun;

            Walk(Bounds.Stretch stretch) {
                this.stretch = stretch;
            }

            @Override
            public boolean hasNext() {
                RocksIterator at = iterator();
                if (!begun) {
                    begin(at);
                    begun = true;
                }
                return at.isValid()
                        && (plan.backwards()
                                ? Arrays.compareUnsigned(at.key(), stretch.from()) >= 0
                                : Arrays.compareUnsigned(at.key(), stretch.to()) < 0);
            }

            private void begin(RocksIterator at) {
                if (plan.backwards()) {
                    at.seekForPrev(stretch.to());
                    if (at.isValid() && Arrays.equals(at.key(), stretch.to())) {
                        at.prev();
                    }
                } else {
                    at.seek(stretch.from());
                }
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                RocksIterator at = iterator();
                byte[] value = at.value();
                lookedAt++;
                if (plan.backwards()) {
                    at.prev();
                } else {
                    at.next();
                }
                return value;
            }
        }
    }
}
