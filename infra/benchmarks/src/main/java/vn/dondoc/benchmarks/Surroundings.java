package vn.dondoc.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.dondoc.local.LocalSystem;
import vn.dondoc.local.Ports;

/** How a system is started here. */
final class Surroundings {

    private static final String OURS = "dondoc_";

    private final List<String> command;
    private final Path home;
    private final Ports ports;
    private final int runs;
    private final @Nullable String mongoUri;
    private boolean emptied;

    /**
     * @param command of the server's JVM
     * @param home its data folder
     * @param runs how often each scenario is measured
     * @param mongoUri a MongoDB without our databases; {@code null} takes the embedded store
     */
    Surroundings(List<String> command, Path home, Ports ports, int runs, @Nullable String mongoUri) {
        this.command = List.copyOf(command);
        this.home = home;
        this.ports = ports;
        this.runs = runs;
        this.mongoUri = mongoUri;
    }

    int runs() {
        return runs;
    }

    /** A system on an empty folder and an empty store. */
    Server fresh(Map<String, String> environment) {
        try {
            FileSystemUtils.deleteRecursively(home.resolve("data"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (mongoUri != null) {
            empty(mongoUri);
        }
        return start(environment);
    }

    /** The system on what is there. */
    Server again() {
        return start(Map.of());
    }

    private Server start(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        if (mongoUri != null) {
            all.put(LocalSystem.MONGO_URI, mongoUri);
        }
        return Server.start(command, ports, home, all);
    }

    /** Drops what an earlier scenario of this run left. What was there before the run is somebody's, and is not touched. */
    private void empty(String uri) {
        try (MongoClient mongo = MongoClients.create(uri)) {
            List<String> there = mongo.listDatabaseNames().into(new ArrayList<>()).stream()
                    .filter(it -> it.startsWith(OURS))
                    .toList();
            if (!emptied && !there.isEmpty()) {
                throw new Wrong("there are databases " + there + " already; the bench wants a MongoDB without them");
            }
            there.forEach(it -> mongo.getDatabase(it).drop());
            emptied = true;
        }
    }
}
