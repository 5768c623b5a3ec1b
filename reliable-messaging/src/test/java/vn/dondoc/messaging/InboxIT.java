package vn.dondoc.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.converter.MessagingMessageConverter;
import org.springframework.messaging.Message;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.inbox.DeadLetterTopic;
import vn.dondoc.messaging.inbox.HeardSequences;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Parking;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.messaging.outbox.CrashPoints;
import vn.dondoc.messaging.outbox.CrashPoints.Step;

/** What becomes of a record when handling it fails, against a real broker and a real store. */
class InboxIT {

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

    /** A consuming service: remembers each event it handled under the event's id. */
    private static final class Service implements AutoCloseable {
        final String topic;
        final Parking parking;
        final Inbox inbox;
        final Set<String> refused = ConcurrentHashMap.newKeySet();
        final AtomicInteger attempts = new AtomicInteger();
        final List<String> handled = new ArrayList<>();
        private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

        Service(String topic, Producer<byte[], byte[]> deadLetters, CrashPoints crashPoints) {
            this.topic = topic;
            bench.createTopicToRead(topic, 2);
            parking = new Parking(bench.mongo(database()), deadLetters, Bench.GROUP);
            inbox = new Inbox(
                    parking, new HeardSequences(bench.mongo(database())), Tracer.NOOP, Propagator.NOOP, crashPoints);
            java.util.function.Consumer<Message<?>> function =
                    inbox.receiving(Subscription.to(topic).on("bench.added.v1", Added.class, this::apply));
            var converter = new MessagingMessageConverter();
            converter.setHeaderMapper(new SimpleKafkaHeaderMapper());
            container = bench.container(topic, parking, Duration.ZERO, (MessageListener<byte[], byte[]>)
                    record -> function.accept(converter.toMessage(record, null, null, byte[].class)));
            container.start();
        }

        private String database() {
            return topic.replace('.', '_');
        }

        private void apply(ReceivedEvent<Added> event) {
            attempts.incrementAndGet();
            if (refused.contains(event.aggregateId())) {
                throw new Failure.Conflict("messaging.already-there");
            }
            bench.mongo(database())
                    .getCollection("effects")
                    .updateOne(
                            new Document("_id", event.aggregateId() + "#" + event.sequence()),
                            new Document("$set", new Document("to", event.data().to())),
                            new com.mongodb.client.model.UpdateOptions().upsert(true));
            synchronized (handled) {
                handled.add(event.aggregateId() + "#" + event.sequence());
            }
        }

        List<String> effects() {
            List<String> ids = new ArrayList<>();
            bench.mongo(database()).getCollection("effects").find().forEach(it -> ids.add(it.getString("_id")));
            return ids.stream().sorted().toList();
        }

        int timesHandled(String id) {
            synchronized (handled) {
                return (int) handled.stream().filter(it -> it.equals(id)).count();
            }
        }

        long consumed() throws Exception {
            try (var admin = org.apache.kafka.clients.admin.Admin.create(
                    Map.of("bootstrap.servers", bench.bootstrapServers()))) {
                Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("listener")
                        .partitionsToOffsetAndMetadata()
                        .get();
                return offsets.entrySet().stream()
                        .filter(it -> it.getKey().topic().equals(topic))
                        .mapToLong(it -> it.getValue().offset())
                        .sum();
            }
        }

        @Override
        public void close() {
            container.stop();
        }
    }

    private static void publish(String topic, String aggregate, int events) {
        var instance = bench.new Instance(topic, bench.producer, CrashPoints.NONE);
        for (int n = 0; n < events; n++) {
            instance.addOne(aggregate, aggregate + n + "/" + System.nanoTime());
        }
        instance.drain();
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable claim) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(claim);
    }

    @Test
    void aReplayHandlesWhatWasParkedInOrderAndOpensTheAggregateAgain() {
        try (var service = new Service("inbox.replay", bench.producer, CrashPoints.NONE)) {
            service.refused.add("poisoned");
            publish(service.topic, "poisoned", 3);
            publish(service.topic, "healthy", 2);
            eventually(() -> {
                assertThat(service.effects()).containsExactly("healthy#1", "healthy#2");
                assertThat(service.parking.count()).isEqualTo(3);
            });
            service.refused.clear();

            int replayed =
                    service.inbox.replay(service.parking.all().getFirst().id()).handled();

            assertThat(replayed).isEqualTo(3);
            assertThat(service.handled).containsSubsequence("poisoned#1", "poisoned#2", "poisoned#3");
            assertThat(service.parking.all()).isEmpty();
            publish(service.topic, "poisoned", 1);
            eventually(() -> assertThat(service.effects()).contains("poisoned#4"));
            List<ConsumerRecord<byte[], byte[]>> letters =
                    bench.records(new DeadLetterTopic(service.topic, "listener").name());
            assertThat(letters)
                    .as("each that was parked, and that nothing is any longer")
                    .hasSize(4);
            assertThat(letters.getLast().headers().lastHeader(DeadLetterTopic.SETTLED))
                    .isNotNull();
        }
    }

    @Test
    void aRecordIsNotConsumedWhileItsDeadLetterCannotBeWritten() throws Exception {
        var deadLetters = new DeadProducer(bench.producer);
        try (var service = new Service("inbox.dead-dlt", deadLetters, CrashPoints.NONE)) {
            service.refused.add("poisoned");
            publish(service.topic, "poisoned", 1);
            eventually(() -> assertThat(deadLetters.refused.get()).isGreaterThan(1));
            assertThat(service.consumed()).isZero();

            deadLetters.dead.set(false);

            eventually(() -> assertThat(service.consumed()).isEqualTo(1));
            assertThat(service.parking.count())
                    .as("parked once, however often it was tried")
                    .isEqualTo(1);
            assertThat(bench.records(new DeadLetterTopic(service.topic, "listener").name()))
                    .hasSize(1);
        }
    }

    @Test
    void aDatabaseThatIsDownLosesNoEventAndParksNone() throws Exception {
        try (var service = new Service("inbox.store-down", bench.producer, CrashPoints.NONE)) {
            publish(service.topic, "before", 1);
            eventually(() -> assertThat(service.effects()).containsExactly("before#1"));
            eventually(() -> assertThat(service.consumed()).isEqualTo(1));
            bench.stopStore();
            try {
                publishRecord(service.topic, "meanwhile");
                eventually(() -> assertThat(service.attempts.get()).isGreaterThan(3));
                assertThat(service.timesHandled("meanwhile#1")).isZero();
                assertThat(service.consumed()).isEqualTo(1);
            } finally {
                bench.startStoreAgain();
            }
            eventually(() -> assertThat(service.effects()).containsExactly("before#1", "meanwhile#1"));
            eventually(() -> assertThat(service.consumed()).isEqualTo(2));
            assertThat(service.parking.count()).isZero();
        }
    }

    @Test
    void anEventHandledButNotCommittedHasItsEffectOnce() {
        var deaths = new AtomicInteger();
        CrashPoints once = step -> {
            if (step == Step.AFTER_HANDLE_BEFORE_COMMIT && deaths.getAndIncrement() == 0) {
                throw new IllegalStateException("died before the commit");
            }
        };
        try (var service = new Service("inbox.redelivered", bench.producer, once)) {
            publish(service.topic, "counter", 1);
            eventually(() -> assertThat(service.timesHandled("counter#1")).isEqualTo(2));
            assertThat(service.effects()).containsExactly("counter#1");
            assertThat(service.parking.count()).isZero();
        }
    }

    private static void publishRecord(String topic, String aggregate) throws Exception {
        var event = new RecordedEvent(
                aggregate + "-1",
                "//bench",
                aggregate,
                1,
                java.time.Instant.now(),
                java.time.Instant.now(),
                null,
                "correlation",
                "cause",
                new OutgoingEvent(topic, "bench.added.v1", "XX", "{\"to\":1}"));
        bench.producer.send(CloudEventHeaders.toRecord(event)).get();
    }

    /** A broker that takes nothing, until it does again. */
    private static final class DeadProducer extends MockProducer<byte[], byte[]> {
        private final Producer<byte[], byte[]> real;
        private final AtomicBoolean dead = new AtomicBoolean(true);
        private final AtomicInteger refused = new AtomicInteger();

        DeadProducer(Producer<byte[], byte[]> real) {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.real = real;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            if (dead.get()) {
                refused.incrementAndGet();
                return java.util.concurrent.CompletableFuture.failedFuture(
                        new org.apache.kafka.common.errors.TimeoutException("refused by the test"));
            }
            return real.send(record);
        }
    }
}
