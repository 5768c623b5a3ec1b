package vn.dondoc.messaging;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.contract.Topic;
import vn.dondoc.embedded.EmbeddedBroker;
import vn.dondoc.embedded.Ports;
import vn.dondoc.embedded.store.EmbeddedStore;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.inbox.DeadLetterTopic;
import vn.dondoc.messaging.inbox.Parking;
import vn.dondoc.messaging.inbox.ParkingContainerCustomizer;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.CrashPoints;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.messaging.outbox.OutboxProperties;
import vn.dondoc.messaging.outbox.Relay;

/** A real broker and a real store, and counters as aggregates: each command adds one and says so. */
final class Bench implements AutoCloseable {

    static final String GROUP = "listener";

    private final EmbeddedBroker broker;
    private final Path storeFolder;
    private final int storePort;
    private EmbeddedStore store;
    private final MongoClient client;
    final Producer<byte[], byte[]> producer;

    /** The process is gone. */
    static final class Died extends Error {
        static final long serialVersionUID = 1L;
    }

    /** Dies at a step, one time of so many. */
    static CrashPoints dyingAt(CrashPoints.Step step, int oneOf, AtomicInteger deaths) {
        var random = new Random(step.ordinal());
        return reached -> {
            if (reached == step && random.nextInt(oneOf) == 0) {
                deaths.incrementAndGet();
                throw new Died();
            }
        };
    }

    record Counter(int value) {}

    record Added(int to) {}

    Bench() throws Exception {
        var folder = Files.createTempDirectory("dondoc-bench-");
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        storeFolder = folder.resolve("store");
        storePort = Ports.free();
        store = EmbeddedStore.start(storeFolder, storePort);
        client = MongoClients.create(store.uri() + "?serverSelectionTimeoutMS=500");
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "delivery.timeout.ms",
                        3000,
                        "request.timeout.ms",
                        2000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    MongoTemplate mongo(String database) {
        return new MongoTemplate(client, database);
    }

    void stopStore() {
        store.close();
    }

    void startStoreAgain() {
        store = EmbeddedStore.start(storeFolder, storePort);
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> client.getDatabase("admin").runCommand(new Document("ping", 1)) != null);
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    void createTopic(String topic) {
        Topics.ensure(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                List.of(new Topics.Declaration(topic, Topic.Kept.FOR_A_WHILE)),
                2,
                (short) 1);
    }

    /** A topic with its dead letters, for a consumer of group {@link #GROUP}. */
    void createTopicToRead(String topic, int partitions) {
        Topics.ensure(
                Map.of("bootstrap.servers", bootstrapServers()),
                List.of(
                        new Topics.Declaration(topic, Topic.Kept.FOR_A_WHILE),
                        new Topics.Declaration(new DeadLetterTopic(topic, GROUP).name(), Topic.Kept.FOR_A_WHILE)),
                partitions,
                (short) 1);
    }

    /** A container that reads a topic from its beginning and fails as those of the services do. */
    ConcurrentMessageListenerContainer<byte[], byte[]> container(
            String topic, Parking parking, Duration gather, Object listener) {
        var properties = new ContainerProperties(topic);
        properties.setGroupId(GROUP);
        properties.setMessageListener(listener);
        var container = new ConcurrentMessageListenerContainer<byte[], byte[]>(
                new DefaultKafkaConsumerFactory<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers(),
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                properties);
        new ParkingContainerCustomizer(parking, gather).configure(container, topic, GROUP, null, null);
        return container;
    }

    /** An instance of a service, as far as its outbox goes. */
    final class Instance {
        final Relay relay;
        final AuditChain audit;
        final Outbox outbox;
        final AggregateStore<Counter, Added> counters;

        Instance(String topic, Producer<byte[], byte[]> through, CrashPoints crashPoints) {
            MongoTemplate mongo = mongo(topic.replace('.', '_'));
            var properties = new OutboxProperties(
                    100, Duration.ofMillis(1), Duration.ZERO, Duration.ofSeconds(5), 200, Duration.ofHours(24));
            audit = new AuditChain(mongo, "bench");
            relay = new Relay(mongo, through, properties, crashPoints, audit);
            outbox = new Outbox(mongo, relay, Clock.systemUTC(), Tracer.NOOP, properties, crashPoints, "bench");
            counters = outbox.storeOf(
                    "counters",
                    Counter.class,
                    it -> it,
                    it -> it,
                    (id, event) -> new OutgoingEvent(topic, "bench.added.v1", "XX", "{\"to\":" + event.to() + "}"));
        }

        void addOne(String id, String key) {
            var command = Command.of(key, key, java.util.OptionalLong.empty(), "bench");
            if (counters.find(id, null).isEmpty()) {
                counters.create(id, "XX", command, () -> Decision.of(new Counter(1), new Added(1)));
            } else {
                counters.handle(Text.of("messaging.no-subscription", id), id, null, command, it -> {
                    int next = it.state().value() + 1;
                    return Decision.of(new Counter(next), new Added(next));
                });
            }
        }

        void drain() {
            for (int i = 0; i < 200 && relay.waiting() > 0; i++) {
                relay.sweep();
            }
        }
    }

    /** The sequences that arrived, per aggregate, in log order. */
    Map<String, List<Long>> arrived(String topic) {
        Map<String, List<Long>> arrived = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records(topic)) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            long sequence = Long.parseLong(
                    new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
            arrived.computeIfAbsent(key, it -> new ArrayList<>()).add(sequence);
        }
        return arrived;
    }

    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
        client.close();
        broker.close();
        store.close();
    }
}
