package vn.dondoc.reporting.aggregation;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of the aggregation's state. By default each store of each partition takes 50 MB for reading and 48 MB for
 * writing; here all of a process share one cache, out of which their write buffers come too.
 */
public final class BoundedState implements RocksDBConfigSetter {

    private static final long BYTES = 64L << 20;
    private static final long WRITE_BYTES = 32L << 20;
    private static final long BYTES_OF_ONE_BUFFER = 2L << 20;

    /** What a store takes with its first entry: there are hundreds, and together they stay far below what is for all. */
    private static final long LEAST_BYTES = 32L << 10;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(BYTES);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BYTES, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(BYTES_OF_ONE_BUFFER);
        options.setMaxWriteBufferNumber(2);
        options.setArenaBlockSize(LEAST_BYTES);
    }

    @Override
    public void close(String store, Options options) {
        // What is shared stays for the other stores.
    }
}
