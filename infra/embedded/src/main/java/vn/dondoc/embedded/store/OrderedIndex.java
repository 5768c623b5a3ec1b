package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/**
 * An ordered index: one entry for each document, or for each element where a field is a list. An entry's key is the sort
 * keys of the fields and then of the id; its value is the id's key alone, which leads to the document.
 */
final class OrderedIndex extends StoredIndex {

    private static final byte[] YES = {1};
    private static final int NO_LISTS = 0;
    private static final int MOST_IN_ONE_BATCH = 10_000;

    private final Tables tables;
    private final String tableName;
    private final int table;
    private final boolean unique;
    private final List<Field> fields;
    /** One bit for each field that was a list in any document ever. */
    private volatile int lists;

    private boolean built;

    /** Opens the index; what an interrupted building left behind is removed, so that it begins anew. */
    OrderedIndex(Tables tables, String tableName, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(name, keys, sparse);
        this.tables = tables;
        this.tableName = tableName;
        this.table = tables.number(tableName);
        this.unique = unique;
        this.fields = keys.stream().map(Field::of).toList();
        this.built = tables.get(builtKey()) != null;
        byte[] stored = tables.get(listsKey());
        this.lists = stored == null ? NO_LISTS : ByteBuffer.wrap(stored).getInt();
        if (!built) {
            tables.clear(tableName);
        }
    }

    /** A field of the index with its path taken apart once. */
    private record Field(String name, List<String> path, boolean ascending) {

        static Field of(IndexKey key) {
            return new Field(key.getKey(), List.of(key.getKey().split("\\.")), key.isAscending());
        }

        /** The value, {@link Missing} or a list: of what stands there, or of what stands in each element on the way. */
        @Nullable
        Object of(Document document) {
            Object value = document;
            for (String step : path) {
                if (value instanceof Document inner) {
                    value = inner.getOrMissing(step);
                } else if (value instanceof Collection) {
                    return Utils.getSubdocumentValueCollectionAware(document, name);
                } else {
                    return Missing.getInstance();
                }
            }
            return value;
        }
    }

    private List<@Nullable Object> valuesOf(Document document) {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (Field field : fields) {
            values.add(field.of(document));
        }
        return values;
    }

    /** Marks the index as complete in the batch with its last entries. */
    void markBuilt(WriteBatch batch) {
        try {
            batch.put(builtKey(), YES);
        } catch (RocksDBException failed) {
            throw new IllegalStateException(failed);
        }
        built = true;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    int table() {
        return table;
    }

    /** Fields that were a list in any document ever, so that a document can have more than one entry. */
    Set<String> lists() {
        if (lists == NO_LISTS) {
            return Set.of();
        }
        Set<String> fields = new HashSet<>();
        for (int column = 0; column < getKeys().size(); column++) {
            if ((lists & 1 << column) != 0) {
                fields.add(getKeys().get(column).getKey());
            }
        }
        return fields;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<RecordKey> collection) {
        if (unique) {
            refuseTaken(entries(document), document, collection);
        }
    }

    @Override
    public void add(Document document, RecordKey position, MongoCollection<RecordKey> collection) {
        TreeSet<byte[]> entries = entries(document);
        if (!built && unique) {
            refuseTaken(entries, document, collection); // documents that were there before the index
        }
        WriteBatch batch = stored(collection).batch();
        for (byte[] entry : entries) {
            put(batch, entry, position);
        }
        if (!built) {
            stored(collection).applyBuilt(unique ? 1 : MOST_IN_ONE_BATCH);
        }
    }

    /** Removal is written by {@link #removeFrom}, which has the batch; this only says where the document stands. */
    @Override
    public RecordKey remove(Document document) {
        return getPosition(document);
    }

    void removeFrom(WriteBatch batch, Document document) {
        RecordKey position = getPosition(document);
        for (byte[] entry : entries(document)) {
            delete(batch, entry, position);
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<RecordKey> collection) {
        if (unique) {
            refuseTaken(entries(after), after, collection);
        }
    }

    @Override
    public void updateInPlace(
            Document before, Document after, RecordKey position, MongoCollection<RecordKey> collection) {
        if (valuesOf(before).equals(valuesOf(after))) {
            return;
        }
        TreeSet<byte[]> gone = entries(before);
        TreeSet<byte[]> come = entries(after);
        WriteBatch batch = stored(collection).batch();
        for (byte[] entry : gone) {
            if (!come.contains(entry)) {
                delete(batch, entry, position);
            }
        }
        for (byte[] entry : come) {
            if (!gone.contains(entry)) {
                put(batch, entry, position);
            }
        }
    }

    private void refuseTaken(Collection<byte[]> entries, Document document, MongoCollection<RecordKey> collection) {
        byte[] own = getPosition(document).bytes();
        for (byte[] entry : entries) {
            byte[] prefix = Tables.key(table, entry);
            try (Tables.View view = tables.view();
                    RocksIterator found = view.iterator()) {
                found.seek(prefix);
                if (found.isValid() && Tables.startsWith(found.key(), prefix) && !Arrays.equals(found.value(), own)) {
                    throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(shown(document)));
                }
            }
        }
    }

    private List<@Nullable Object> shown(Document document) {
        List<@Nullable Object> values = new ArrayList<>();
        valuesOf(document).forEach(it -> values.add(it instanceof Missing ? null : it));
        return values;
    }

    /** The field parts of this document's entries; none if the index is sparse and the document has no such field. */
    private TreeSet<byte[]> entries(Document document) {
        List<@Nullable Object> values = valuesOf(document);
        TreeSet<byte[]> entries = new TreeSet<>(Arrays::compareUnsigned);
        if (sparse() && values.stream().allMatch(it -> it instanceof Missing)) {
            return entries;
        }
        int list = theList(values);
        List<@Nullable Object> elements = list < 0
                ? java.util.Collections.singletonList(null)
                : elements((Collection<?>) java.util.Objects.requireNonNull(values.get(list)));
        for (Object element : elements) {
            var entry = new SortKey();
            for (int column = 0; column < fields.size(); column++) {
                entry.append(
                        column == list ? element : values.get(column),
                        fields.get(column).ascending());
            }
            entries.add(entry.bytes());
        }
        return entries;
    }

    /** The column that holds a list, -1 if none does; there cannot be two. */
    private int theList(List<@Nullable Object> values) {
        int list = -1;
        for (int column = 0; column < values.size(); column++) {
            if (values.get(column) instanceof Collection) {
                if (list >= 0) {
                    throw new CannotIndexParallelArraysError(
                            List.of(fields.get(list).name(), fields.get(column).name()));
                }
                list = column;
                remember(column);
            }
        }
        return list;
    }

    private static List<@Nullable Object> elements(Collection<?> list) {
        return list.isEmpty() ? List.of(SortKey.EMPTY) : new ArrayList<>(list);
    }

    /** How the keys of this document's entries begin, with as many fields. Not for fields that are lists. */
    byte[] beginning(Document document, int first) {
        var beginning = new SortKey();
        for (Field field : fields.subList(0, first)) {
            beginning.append(field.of(document), field.ascending());
        }
        return beginning.bytes();
    }

    /** Written before the first such entry is, so it is never missing where one exists. */
    private void remember(int column) {
        int bit = 1 << column;
        if ((lists & bit) == 0) {
            int more = lists | bit;
            try (var batch = new WriteBatch()) {
                batch.put(listsKey(), Tables.bytes(more));
                tables.write(batch);
            } catch (RocksDBException failed) {
                throw new IllegalStateException(failed);
            }
            lists = more;
        }
    }

    private byte[] builtKey() {
        return Tables.catalogueKey('b', tableName);
    }

    private byte[] listsKey() {
        return Tables.catalogueKey('m', tableName);
    }

    private void put(WriteBatch batch, byte[] entry, RecordKey position) {
        try {
            batch.put(key(entry, position), position.bytes());
        } catch (RocksDBException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void delete(WriteBatch batch, byte[] entry, RecordKey position) {
        try {
            batch.delete(key(entry, position));
        } catch (RocksDBException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private byte[] key(byte[] entry, RecordKey position) {
        return Tables.key(
                table, new SortKey().append(entry).append(position.bytes()).bytes());
    }

    /** What mongo-java-server asks before it builds an index. */
    @Override
    public boolean isEmpty() {
        return !built;
    }

    @Override
    public long getCount() {
        byte[] prefix = Tables.bytes(table);
        long count = 0;
        try (Tables.View view = tables.view();
                RocksIterator entries = view.iterator()) {
            for (entries.seek(prefix); entries.isValid() && Tables.startsWith(entries.key(), prefix); entries.next()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        tables.drop(tableName);
    }
}
