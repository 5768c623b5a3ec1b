package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Ordered tables of bytes in one RocksDB, and the rule by which a write becomes durable.
 *
 * <p>A key is the number of its table, four bytes, then the key within the table. Table 0 is the catalogue: names and
 * their numbers. Dropping a table is one range deletion.
 *
 * <p><b>Durability.</b> {@link #write} appends one batch to the write-ahead log and hands it to the operating system, so
 * it survives a killed process at once. {@link #awaitDurable} is called before a write is acknowledged: it returns when a
 * sync of the log that began after the caller's write has ended, so the write also survives a power cut on a disk that
 * keeps its word. One sync serves all who wait for it (group commit), so its price is shared under load. A reader may see
 * a write whose sync is still under way. After a sync that failed nothing is acknowledged any more until the store is
 * opened again: the operating system may have dropped what it could not write, and a later sync that succeeds would say
 * nothing about that.
 *
 * <p><b>A full disk.</b> Below a floor of free space writes are refused with MongoDB's code for it before anything is
 * changed; reading goes on, and writing goes on when there is room again. The floor leaves RocksDB what it needs to
 * flush and compact, so its own handling of a disk that fills up regardless is the second line, not the first.
 */
final class Tables implements AutoCloseable {

    static final long LEAST_FREE_BYTES = 64L << 20;

    /** MongoDB's OutOfDiskSpace. */
    static final int OUT_OF_DISK_SPACE = 14031;

    private static final int FORMAT = 1;
    /** What the catalogue says of a table: its count of documents, that it has lists, that it is built. */
    private static final char[] KINDS_OF_A_TABLE = {'n', 'm', 'b'};

    private static final byte[] FORMAT_KEY = catalogueKey('f', "");
    private static final byte[] LAST_NUMBER_KEY = catalogueKey('l', "");
    private static final long BLOCK_CACHE_BYTES = 48L << 20;
    private static final long WRITE_BUFFER_BYTES = 16L << 20;
    private static final long MOST_LOG_BYTES = 64L << 20;
    private static final long NANOS_BETWEEN_LOOKS_AT_THE_DISK = 100_000_000;

    static {
        RocksDB.loadLibrary();
    }

    private final Path folder;
    private final Cache blockCache = new LRUCache(BLOCK_CACHE_BYTES);
    private final BloomFilter bloom = new BloomFilter(10);
    private final Options options;
    private final WriteOptions logged = new WriteOptions();
    private final RocksDB db;
    private final LongSupplier freeBytes;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Object turn = new Object();
    private long applied;
    private long durable;
    private boolean syncing;
    private @Nullable RocksDBException unsynced;

    /** @param freeBytes how much room the disk has, asked before each write */
    Tables(Path folder, LongSupplier freeBytes) {
        this.folder = folder;
        this.freeBytes = freeBytes;
        var table = new BlockBasedTableConfig()
                .setBlockCache(blockCache)
                .setCacheIndexAndFilterBlocks(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setIndexType(IndexType.kTwoLevelIndexSearch)
                .setPartitionFilters(true)
                .setPinTopLevelIndexAndFilter(true)
                .setFilterPolicy(bloom);
        this.options = new Options()
                .setCreateIfMissing(true)
                .setTableFormatConfig(table)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxWriteBufferNumber(3)
                .setMaxTotalWalSize(MOST_LOG_BYTES)
                .setMaxBackgroundJobs(2)
                .setMaxOpenFiles(256)
                .setKeepLogFileNum(2)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL);
        try {
            this.db = RocksDB.open(options, folder.toString());
        } catch (RocksDBException failed) {
            throw new IllegalStateException(
                    "không mở được kho dữ liệu trong " + folder + " / the store there cannot be opened: "
                            + failed.getMessage(),
                    failed);
        }
        readCatalogue();
    }

    /** How much room the disk under {@code folder} has, looked at ten times a second at most. */
    static LongSupplier freeBytesOf(Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder);
            return new LongSupplier() {
                private volatile long known = disk.getUsableSpace();
                private volatile long askAgainAt = System.nanoTime() + NANOS_BETWEEN_LOOKS_AT_THE_DISK;

                @Override
                public long getAsLong() {
                    long now = System.nanoTime();
                    if (now - askAgainAt >= 0) {
                        askAgainAt = now + NANOS_BETWEEN_LOOKS_AT_THE_DISK;
                        try {
                            known = disk.getUsableSpace();
                        } catch (IOException unknown) {
                            throw new IllegalStateException("cannot ask how much room is left in " + folder, unknown);
                        }
                    }
                    return known;
                }
            };
        } catch (IOException unknown) {
            throw new IllegalStateException("cannot ask how much room is left in " + folder, unknown);
        }
    }

    /** Number of a table, given out on first use and kept. */
    int number(String name) {
        Integer known = numbers.get(name);
        return known != null ? known : giveNumber(name);
    }

    /** Names of all tables. */
    List<String> names() {
        return new ArrayList<>(numbers.keySet());
    }

    private synchronized int giveNumber(String name) {
        Integer meanwhile = numbers.get(name);
        if (meanwhile != null) {
            return meanwhile;
        }
        byte[] last = get(LAST_NUMBER_KEY);
        int next = last == null ? 1 : ByteBuffer.wrap(last).getInt() + 1;
        try (var batch = new WriteBatch()) {
            batch.put(LAST_NUMBER_KEY, bytes(next));
            batch.put(catalogueKey('t', name), bytes(next));
            write(batch);
        } catch (RocksDBException failed) {
            throw failure(failed);
        }
        numbers.put(name, next);
        return next;
    }

    synchronized void rename(String from, String to) {
        int number = number(from);
        try (var batch = new WriteBatch()) {
            batch.delete(catalogueKey('t', from));
            batch.put(catalogueKey('t', to), bytes(number));
            for (char kind : KINDS_OF_A_TABLE) {
                byte[] said = get(catalogueKey(kind, from));
                if (said != null) {
                    batch.delete(catalogueKey(kind, from));
                    batch.put(catalogueKey(kind, to), said);
                }
            }
            write(batch);
        } catch (RocksDBException failed) {
            throw failure(failed);
        }
        numbers.remove(from);
        numbers.put(to, number);
    }

    /** Removes a table, everything in it and everything the catalogue says of it. */
    synchronized void drop(String name) {
        if (numbers.containsKey(name)) {
            try (var batch = new WriteBatch()) {
                batch.delete(catalogueKey('t', name));
                clear(batch, name);
                write(batch);
            } catch (RocksDBException failed) {
                throw failure(failed);
            }
            numbers.remove(name);
        }
    }

    /** Empties a table. */
    void clear(String name) {
        try (var batch = new WriteBatch()) {
            clear(batch, name);
            write(batch);
        } catch (RocksDBException failed) {
            throw failure(failed);
        }
    }

    private void clear(WriteBatch batch, String name) throws RocksDBException {
        int number = number(name);
        batch.deleteRange(bytes(number), bytes(number + 1));
        for (char kind : KINDS_OF_A_TABLE) {
            batch.delete(catalogueKey(kind, name));
        }
    }

    byte @Nullable [] get(byte[] key) {
        try {
            return db.get(key);
        } catch (RocksDBException failed) {
            throw failure(failed);
        }
    }

    /** A view of everything as it is now, for reading an index and its documents as one. */
    final class View implements AutoCloseable {

        private final Snapshot snapshot = db.getSnapshot();
        private final ReadOptions reading = new ReadOptions().setSnapshot(snapshot);

        byte @Nullable [] get(byte[] key) {
            try {
                return db.get(reading, key);
            } catch (RocksDBException failed) {
                throw failure(failed);
            }
        }

        RocksIterator iterator() {
            return db.newIterator(reading);
        }

        @Override
        public void close() {
            reading.close();
            db.releaseSnapshot(snapshot);
        }
    }

    View view() {
        return new View();
    }

    /** One batch, whole or not at all; survives a killed process when this returns. */
    void write(WriteBatch batch) {
        refuseWhenFull();
        try {
            db.write(logged, batch);
        } catch (RocksDBException failed) {
            throw failure(failed);
        }
        synchronized (turn) {
            applied++;
        }
    }

    /** Returns when everything that was written before this call is synced. */
    void awaitDurable() {
        long mine;
        synchronized (turn) {
            mine = applied;
        }
        while (true) {
            long upTo;
            synchronized (turn) {
                while (syncing && durable < mine) {
                    awaitTurn();
                }
                if (unsynced != null) {
                    throw failure(unsynced);
                }
                if (durable >= mine) {
                    return;
                }
                syncing = true;
                upTo = applied;
            }
            RocksDBException failed = sync();
            synchronized (turn) {
                if (failed == null) {
                    durable = Math.max(durable, upTo);
                } else {
                    unsynced = failed;
                }
                syncing = false;
                turn.notifyAll();
            }
        }
    }

    private @Nullable RocksDBException sync() {
        try {
            db.flushWal(true);
            return null;
        } catch (RocksDBException failed) {
            return failed;
        }
    }

    private void awaitTurn() {
        try {
            turn.wait();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the write was on disk", interrupted);
        }
    }

    private void refuseWhenFull() {
        if (freeBytes.getAsLong() < LEAST_FREE_BYTES) {
            throw new MongoServerError(
                    OUT_OF_DISK_SPACE,
                    "OutOfDiskSpace",
                    "less than " + (LEAST_FREE_BYTES >> 20) + " MB free in " + folder
                            + "; nothing was changed; free some room and try again");
        }
    }

    private static RuntimeException failure(RocksDBException failed) {
        Status status = failed.getStatus();
        boolean noRoom = status != null && status.getSubCode() == Status.SubCode.NoSpace
                || String.valueOf(failed.getMessage()).contains("No space left");
        return noRoom
                ? new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "the disk is full: " + failed.getMessage())
                : new IllegalStateException("the store's disk failed: " + failed.getMessage(), failed);
    }

    long bytesOnDisk() {
        try {
            return db.getLongProperty("rocksdb.total-sst-files-size");
        } catch (RocksDBException failed) {
            throw failure(failed);
        }
    }

    private void readCatalogue() {
        byte[] format = get(FORMAT_KEY);
        if (format == null) {
            try (var batch = new WriteBatch()) {
                batch.put(FORMAT_KEY, bytes(FORMAT));
                write(batch);
            } catch (RocksDBException failed) {
                throw failure(failed);
            }
        } else if (ByteBuffer.wrap(format).getInt() != FORMAT) {
            throw new IllegalStateException("kho dữ liệu trong " + folder + " có định dạng "
                    + ByteBuffer.wrap(format).getInt() + ", bản này đọc định dạng " + FORMAT
                    + " / the store there is of another format");
        }
        byte[] prefix = catalogueKey('t', "");
        try (View view = view();
                RocksIterator entries = view.iterator()) {
            for (entries.seek(prefix); entries.isValid() && startsWith(entries.key(), prefix); entries.next()) {
                byte[] key = entries.key();
                String name = new String(key, prefix.length, key.length - prefix.length, StandardCharsets.UTF_8);
                numbers.put(name, ByteBuffer.wrap(entries.value()).getInt());
            }
        }
    }

    static byte[] bytes(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    static byte[] key(int table, byte[] key) {
        return ByteBuffer.allocate(4 + key.length).putInt(table).put(key).array();
    }

    /** Keys of the catalogue that belong to one table. */
    static byte[] catalogueKey(char kind, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 + utf8.length)
                .putInt(0)
                .put((byte) kind)
                .put(utf8)
                .array();
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    @Override
    public void close() {
        try {
            db.flushWal(true);
        } catch (RocksDBException failed) {
            throw failure(failed);
        } finally {
            db.close();
            logged.close();
            options.close();
            bloom.close();
            blockCache.close();
        }
    }
}
