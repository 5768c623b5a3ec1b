package vn.dondoc.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-wire store on disk, listening on 127.0.0.1 only, whose acknowledged writes survive a killed process. One
 * file under the given folder. It has no sessions and no secondary indexes but exact-key unique ones: fit for demos and
 * tests, not for production.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server;
    private final GroupCommitBackend backend;
    private final int port;

    private EmbeddedStore(MongoServer server, GroupCommitBackend backend, int port) {
        this.server = server;
        this.backend = backend;
        this.port = port;
    }

    /**
     * Opens the store and returns when it accepts connections.
     *
     * @param folder where {@code store.mv} is kept
     * @param port client port; 0 takes a free one
     */
    public static EmbeddedStore start(Path folder, int port) {
        int clientPort = port == 0 ? Ports.free() : port;
        try {
            Files.createDirectories(folder);
        } catch (IOException cause) {
            throw new IllegalStateException("cannot create the store's folder " + folder, cause);
        }
        MVStore file = new MVStore.Builder()
                .fileName(folder.resolve("store.mv").toString())
                .autoCommitDisabled()
                .cacheSize(64)
                .open();
        var backend = new GroupCommitBackend(file);
        var server = new MongoServer(backend);
        server.bind("127.0.0.1", clientPort);
        return new EmbeddedStore(server, backend, clientPort);
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
        backend.closeFile();
    }

    /** Runs a store as a process of its own: {@code <folder> <port>}. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedStore store = start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        System.out.println("store ready on " + store.uri());
        Thread.currentThread().join();
    }
}
