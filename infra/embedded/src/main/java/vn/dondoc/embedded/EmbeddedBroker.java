package vn.dondoc.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * One combined broker and controller from Apache Kafka's own server artifact, listening on 127.0.0.1 only. Its folder
 * is formatted on the first start and kept afterwards, so topics and offsets survive a restart.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String CLIENTS = "CLIENTS";
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** One that lets everybody on this machine in. */
    public static EmbeddedBroker start(Path folder, int port) {
        return start(folder, port, null);
    }

    /**
     * Starts the broker and returns when it accepts connections.
     *
     * @param folder where segments and metadata are kept
     * @param port client port; 0 takes a free one
     * @param guard who is let in; {@code null} for everybody
     */
    public static EmbeddedBroker start(Path folder, int port, @Nullable BrokerGuard guard) {
        int clientPort = port == 0 ? Ports.free() : port;
        try {
            Files.createDirectories(folder);
            Properties properties = properties(folder, clientPort, Ports.free(), guard);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format(folder);
            }
            var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            server.startup();
            var broker = new EmbeddedBroker(server, clientPort);
            try {
                if (guard != null) {
                    guard.apply(broker.bootstrapServers());
                }
            } catch (RuntimeException refused) {
                broker.close();
                throw refused;
            }
            return broker;
        } catch (IOException cause) {
            throw new IllegalStateException("cannot prepare the broker's folder " + folder, cause);
        }
    }

    /** Address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) throws IOException {
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            new Formatter()
                    .setPrintStream(quiet)
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(java.util.List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setHasDynamicQuorum(false)
                    .run();
        } catch (Exception cause) {
            throw new IOException("cannot format " + folder, cause);
        }
    }

    private static Properties properties(Path folder, int clientPort, int controllerPort, @Nullable BrokerGuard guard) {
        var properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put(
                "listeners",
                CLIENTS + "://127.0.0.1:" + clientPort + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", CLIENTS + "://127.0.0.1:" + clientPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("inter.broker.listener.name", CLIENTS);
        if (guard == null) {
            properties.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        } else {
            properties.put("listener.security.protocol.map", guard.protocols(CLIENTS, CONTROLLER));
            guard.configure(properties, CLIENTS, CONTROLLER);
        }
        properties.put("log.dirs", folder.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("log.segment.bytes", String.valueOf(64 * 1024 * 1024));
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 * 1024 * 1024));
        return properties;
    }

    /** Runs a broker as a process of its own: {@code <folder> <port>}. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedBroker broker = start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println("broker ready on " + broker.bootstrapServers());
        broker.server.awaitShutdown();
    }
}
