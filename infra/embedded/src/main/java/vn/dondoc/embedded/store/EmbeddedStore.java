package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.embedded.Ports;

/**
 * A MongoDB-wire store on disk, listening on 127.0.0.1 only, whose acknowledged writes survive a killed process and, on a
 * disk that keeps its word, a power cut. It has ordered secondary indexes, and no sessions, transactions or pipeline
 * updates: fit for demos, tests and small machines, not for production.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    /** A thread waits where its command waits for the disk, so there are as many as may wait together. */
    private static final int THREADS = 32;

    /** A query that looks at more than this without an index is worth a line in the log. */
    private static final int MANY = 1_000;

    private final MongoServer server;
    private final StoreBackend backend;
    private final int port;

    private EmbeddedStore(MongoServer server, StoreBackend backend, int port) {
        this.server = server;
        this.backend = backend;
        this.port = port;
    }

    /**
     * Opens the store and returns when it accepts connections.
     *
     * @param folder where it is kept
     * @param port client port; 0 takes a free one
     * @throws IllegalStateException in one line, if the folder cannot be used
     */
    public static EmbeddedStore start(Path folder, int port) {
        return start(folder, port, EmbeddedStore::logScans);
    }

    /** @param listener told of every query */
    public static EmbeddedStore start(Path folder, int port, Lookup.Listener listener) {
        return start(folder, port, listener, null, null);
    }

    /** @param password of the only account; whoever does not know it reads and writes nothing */
    public static EmbeddedStore start(Path folder, int port, String password) {
        return start(folder, port, EmbeddedStore::logScans, password, null);
    }

    /**
     * The same.
     *
     * @param freeBytes how much room there is; asked before each write, the disk itself if {@code null}
     */
    public static EmbeddedStore start(
            Path folder,
            int port,
            Lookup.Listener listener,
            @Nullable String password,
            @Nullable LongSupplier freeBytes) {
        int clientPort = port == 0 ? Ports.free() : port;
        Path rocks = folder.resolve("rocksdb");
        refuseOldFormat(folder);
        try {
            Files.createDirectories(rocks);
        } catch (IOException cause) {
            throw new IllegalStateException("cannot create the store's folder " + folder, cause);
        }
        var backend = new StoreBackend(
                new Tables(rocks, freeBytes == null ? Tables.freeBytesOf(rocks) : freeBytes),
                listener,
                new StoreDoor(password));
        var server = new MongoServer(backend);
        server.bind(new InetSocketAddress("127.0.0.1", clientPort), 1, THREADS);
        return new EmbeddedStore(server, backend, clientPort);
    }

    private static void refuseOldFormat(Path folder) {
        Path old = folder.resolve("store.mv");
        if (Files.exists(old)) {
            throw new IllegalStateException("kho dữ liệu " + old + " thuộc bản cũ, không đọc được nữa; chạy"
                    + " ./dondoc reset để bắt đầu lại / this store is of an older format; ./dondoc reset starts anew");
        }
    }

    private static void logScans(Lookup lookup) {
        if (lookup.index() == null && lookup.lookedAt() > MANY) {
            log.warn("store=scan {}", lookup);
        }
    }

    /** Connection string without a database name. */
    public String uri() {
        return uri("");
    }

    /** Connection string for one database. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
        backend.close();
    }

    /** Connection string without a database name, with the password of the account. */
    public static String uri(int port, String password) {
        return "mongodb://" + StoreDoor.ACCOUNT + ":" + password + "@127.0.0.1:" + port
                + "/?authMechanism=PLAIN&authSource=$external";
    }

    /** Runs a store as a process of its own: {@code <folder> <port>}. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedStore store = start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        System.out.println("store ready on " + store.uri());
        Thread.currentThread().join();
    }
}
