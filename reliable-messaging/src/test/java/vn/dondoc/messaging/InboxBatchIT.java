package vn.dondoc.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.inbox.HeardSequences;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Parking;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.messaging.outbox.CrashPoints;

/** Events that are handled together: what becomes of all when one is bad, when the store is down, when one is parked. */
class InboxBatchIT {

    private static final int EVENTS = 60;
    private static Bench bench;

    @BeforeAll
    static void start() throws Exception {
        bench = new Bench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private record Added(int to) {}

    /** Writes the effects of a batch in one go; remembers how many events came together. */
    private static final class Service implements AutoCloseable {
        final String topic;
        final Parking parking;
        final Set<String> bad = ConcurrentHashMap.newKeySet();
        final AtomicInteger down = new AtomicInteger();
        final List<Integer> together = new CopyOnWriteArrayList<>();
        private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

        Service(String topic) {
            this(topic, false);
        }

        Service(String topic, boolean once) {
            this.topic = topic;
            bench.createTopicToRead(topic, 1);
            parking = new Parking(bench.mongo(topic.replace(".", "_")), bench.producer, Bench.GROUP);
            var inbox = new Inbox(
                    parking,
                    new HeardSequences(bench.mongo(topic.replace(".", "_"))),
                    Tracer.NOOP,
                    Propagator.NOOP,
                    CrashPoints.NONE);
            Subscription subscription = Subscription.to(topic).onAll("bench.added.v1", Added.class, this::apply);
            java.util.function.Consumer<Message<?>> function =
                    inbox.receiving(once ? subscription.once() : subscription);
            var converter = new BatchMessagingMessageConverter();
            converter.setHeaderMapper(new SimpleKafkaHeaderMapper());
            container = bench.container(topic, parking, Duration.ofMillis(20), (BatchMessageListener<byte[], byte[]>)
                    records ->
                            function.accept(converter.toMessage(new ArrayList<>(records), null, null, byte[].class)));
        }

        private void apply(List<ReceivedEvent<Added>> events) {
            together.add(events.size());
            if (down.get() > 0 && down.getAndDecrement() > 0) {
                throw new Failure.Unavailable(Duration.ofSeconds(1), null, "messaging.store-down");
            }
            for (ReceivedEvent<Added> event : events) {
                if (bad.contains(event.aggregateId())) {
                    throw new Failure.Conflict("messaging.already-there");
                }
            }
            List<WriteModel<Document>> writes = new ArrayList<>();
            for (ReceivedEvent<Added> event : events) {
                writes.add(new UpdateOneModel<>(
                        new Document("_id", event.aggregateId() + "#" + event.sequence()),
                        new Document("$inc", new Document("times", 1)),
                        new UpdateOptions().upsert(true)));
            }
            bench.mongo(topic.replace(".", "_")).getCollection("effects").bulkWrite(writes);
        }

        void send(String aggregate, int sequence, String data) {
            var record = new ProducerRecord<>(
                    topic, aggregate.getBytes(StandardCharsets.UTF_8), data.getBytes(StandardCharsets.UTF_8));
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", aggregate + "/" + sequence,
                            "ce_type", "bench.added.v1",
                            "ce_source", "/bench",
                            "ce_subject", aggregate,
                            "ce_time", "2026-11-27T00:00:00Z",
                            "ce_sequence", String.valueOf(sequence),
                            "ce_province", "P",
                            "ce_correlationid", "c",
                            "ce_causationid", "c")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            bench.producer.send(record);
        }

        Map<String, Integer> effects() {
            Map<String, Integer> effects = new java.util.TreeMap<>();
            bench.mongo(topic.replace(".", "_"))
                    .getCollection("effects")
                    .find()
                    .forEach(it -> effects.put(it.getString("_id"), it.getInteger("times")));
            return effects;
        }

        @Override
        public void close() {
            container.stop();
        }
    }

    @Test
    void whatWasHandledLongAgoIsLetPassAndWhatWasMissedIsNot() {
        try (var service = new Service("inbox.once", true)) {
            service.container.start();
            for (String aggregate : List.of("whole", "missed-first")) {
                int first = aggregate.equals("whole") ? 1 : 2;
                for (int sequence = first; sequence <= 3; sequence++) {
                    service.send(aggregate, sequence, "{\"to\":1}");
                }
            }
            await().untilAsserted(() -> assertThat(service.effects()).hasSize(5));
            for (int sequence = 1; sequence <= 3; sequence++) {
                service.send("whole", sequence, "{\"to\":1}");
                service.send("missed-first", sequence, "{\"to\":1}");
            }
            service.send("whole", 4, "{\"to\":1}");
            await().untilAsserted(() -> assertThat(service.effects())
                    .as("told again: each of the one once; of the other what was missed, and what counts on it")
                    .isEqualTo(Map.of(
                            "whole#1", 1,
                            "whole#2", 1,
                            "whole#3", 1,
                            "whole#4", 1,
                            "missed-first#1", 1,
                            "missed-first#2", 2,
                            "missed-first#3", 2)));
            service.send("missed-first", 3, "{\"to\":1}");
            service.send("missed-first", 4, "{\"to\":1}");
            await().untilAsserted(() -> assertThat(service.effects())
                    .containsEntry("missed-first#3", 2)
                    .containsEntry("missed-first#4", 1));
        }
    }

    @Test
    void eventsThatStandTogetherAreHandledTogether() {
        try (var service = new Service("batch.together")) {
            for (int n = 0; n < EVENTS; n++) {
                service.send("a" + n, 1, "{\"to\":1}");
            }
            service.container.start();
            await().untilAsserted(() -> assertThat(service.effects()).hasSize(EVENTS));
            assertThat(service.effects())
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
            assertThat(service.together.size()).isLessThan(EVENTS / 4);
        }
    }

    @Test
    void oneBadEventOfABatchIsParkedAndTheOthersHaveTheirEffectOnce() {
        try (var service = new Service("batch.bad")) {
            service.bad.add("a30");
            for (int n = 0; n < EVENTS; n++) {
                service.send("a" + n, 1, n == 40 ? "not json" : "{\"to\":1}");
            }
            service.send("a30", 2, "{\"to\":2}");
            service.send("a40", 2, "{\"to\":2}");
            service.container.start();

            await().untilAsserted(() -> assertThat(service.effects()).hasSize(EVENTS - 2));
            await().untilAsserted(() -> assertThat(service.parking.count()).isEqualTo(4));
            assertThat(service.effects())
                    .doesNotContainKeys("a30#1", "a30#2", "a40#1", "a40#2")
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
            assertThat(service.parking.all())
                    .allSatisfy(it -> assertThat(it.records())
                            .as("first the bad one, behind it what came later")
                            .hasSize(2));
        }
    }

    @Test
    void aDependencyThatIsDownParksNothingAndLosesNothing() {
        try (var service = new Service("batch.down")) {
            service.down.set(3);
            for (int n = 0; n < EVENTS; n++) {
                service.send("a" + n, 1, "{\"to\":1}");
            }
            service.container.start();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(service.effects()).hasSize(EVENTS));
            assertThat(service.effects())
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
            assertThat(service.parking.count()).isZero();
        }
    }
}
