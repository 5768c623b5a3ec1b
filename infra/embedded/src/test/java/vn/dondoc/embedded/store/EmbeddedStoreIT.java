package vn.dondoc.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.embedded.Ports;

/** The store runs as a process of its own and is killed, not closed. */
class EmbeddedStoreIT {

    private static final int ROUNDS = 5;
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 1_500;

    @TempDir
    Path folder;

    @Test
    void losesNoAcknowledgedWriteWhenKilledUnderLoad() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(writeUntilKilled(round));
        }

        int port = Ports.free();
        Process reopened = startStore(port);
        try (MongoClient client = connect(port)) {
            Set<String> present = new HashSet<>();
            var writes = client.getDatabase("load").getCollection("writes");
            writes.find().forEach(it -> present.add(it.getString("_id")));
            assertThat(writes.countDocuments(new Document("n", new Document("$gte", 0))))
                    .as("entries of the index, for %s documents", present.size())
                    .isEqualTo(present.size());
            assertThat(writes.estimatedDocumentCount()).isEqualTo(present.size());
            Set<String> lost = new HashSet<>(acknowledged);
            lost.removeAll(present);
            System.out.printf(
                    "store killed %d times under load: acknowledged=%d present=%d lost=%d%n",
                    ROUNDS, acknowledged.size(), present.size(), lost.size());
            assertThat(acknowledged.size()).isGreaterThanOrEqualTo(ROUNDS * ACKNOWLEDGED_BEFORE_KILL);
            assertThat(lost).isEmpty();
        } finally {
            reopened.destroyForcibly().waitFor();
        }
    }

    private Set<String> writeUntilKilled(int round) throws Exception {
        int port = Ports.free();
        Process store = startStore(port);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_KILL);
        try (MongoClient client = connect(port);
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var collection = client.getDatabase("load").getCollection("writes");
            collection.createIndex(new Document("n", 1));
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = round + "-" + writer + "-";
                writers.submit(() -> {
                    for (int n = 0; ; n++) {
                        collection.insertOne(
                                new Document("_id", prefix + n).append("n", n).append("text", "x".repeat(300)));
                        acknowledged.add(prefix + n);
                        enough.countDown();
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            store.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private static MongoClient connect(int port) {
        return MongoClients.create(
                "mongodb://127.0.0.1:" + port + "/?w=majority&journal=true&serverSelectionTimeoutMS=20000");
    }

    private Process startStore(int port) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedStore.class.getName(),
                folder.toString(),
                String.valueOf(port)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var reader = process.inputReader();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        for (String line = reader.readLine(); line != null && System.nanoTime() < deadline; line = reader.readLine()) {
            if (line.contains("store ready")) {
                return process;
            }
        }
        throw new AssertionError("the store did not start");
    }
}
