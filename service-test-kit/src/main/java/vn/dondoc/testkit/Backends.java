package vn.dondoc.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import vn.dondoc.embedded.EmbeddedBroker;
import vn.dondoc.embedded.store.EmbeddedStore;

/**
 * The one seam that picks where integration tests run: {@code -Ddondoc.backend=embedded} (the default) or {@code
 * containers}. It says which it was, and fails if it was neither: a test is never skipped because a backend is missing.
 */
public final class Backends {

    /** Official images; pinned, so that a run can be repeated. */
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

    private static final String MONGO_IMAGE = "mongo:8.0";

    private static volatile Backends current;

    private final String bootstrapServers;
    private final String mongoUri;

    private Backends(String bootstrapServers, String mongoUri) {
        this.bootstrapServers = bootstrapServers;
        this.mongoUri = mongoUri;
    }

    /** The backends of this JVM, started on first use and kept until it ends. */
    public static synchronized Backends current() {
        if (current == null) {
            String chosen = System.getProperty("dondoc.backend", "embedded");
            current = switch (chosen) {
                case "embedded" -> embedded();
                case "containers" -> containers();
                default -> throw new IllegalStateException("dondoc.backend is embedded or containers, not " + chosen);
            };
            System.out.println(
                    "backend: " + chosen + " kafka=" + current.bootstrapServers + " mongo=" + current.mongoUri);
        }
        return current;
    }

    private static Backends embedded() {
        try {
            Path folder = Files.createTempDirectory("dondoc-test-");
            EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"), 0, LookupRules.listener());
            EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                broker.close();
                store.close();
            }));
            String uri = store.uri();
            return new Backends(broker.bootstrapServers(), uri.substring(0, uri.length() - 1));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private static Backends containers() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "dondoc.backend=containers needs a container engine, and none answers; use --backend=embedded");
        }
        KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE);
        MongoDBContainer mongo = new MongoDBContainer(MONGO_IMAGE).withReplicaSet();
        kafka.start();
        mongo.start();
        return new Backends(kafka.getBootstrapServers(), mongo.getConnectionString());
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Connection string without a database name. */
    public String mongoUri() {
        return mongoUri;
    }
}
