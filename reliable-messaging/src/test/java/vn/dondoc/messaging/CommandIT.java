package vn.dondoc.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.contract.Topic;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.outbox.CrashPoints;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.messaging.outbox.Retelling;
import vn.dondoc.messaging.outbox.StoreComparison;

class CommandIT {

    private static Bench bench;
    private static Bench.Instance instance;

    @BeforeAll
    static void start() throws Exception {
        bench = new Bench();
        bench.createTopic("commands");
        instance = bench.new Instance("commands", bench.producer, CrashPoints.NONE);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void aRetryGetsTheFirstAnswerAndChangesNothing() {
        instance.addOne("retried", "one");
        instance.addOne("retried", "two");
        instance.addOne("retried", "two");
        instance.addOne("retried", "one");
        var found = instance.counters.find("retried", null).orElseThrow();
        assertThat(found.state().value()).isEqualTo(2);
        assertThat(found.sequence()).isEqualTo(2);
    }

    @Test
    void aRetryIsRecognisedForADayHoweverMuchElseHappens() {
        instance.addOne("busy", "kept");
        for (int n = 0; n < 120; n++) {
            instance.addOne("busy", "other-" + n);
        }
        instance.addOne("busy", "kept");
        assertThat(instance.counters.find("busy", null).orElseThrow().state().value())
                .isEqualTo(121);
    }

    @Test
    void aRetryThatTheAggregateHasForgottenIsRefusedAndNotDoneTwice() {
        instance.addOne("busier", "first");
        for (int n = 0; n < 1_100; n++) {
            instance.addOne("busier", "then-" + n);
            if (n % 100 == 0) {
                instance.drain();
            }
        }
        assertThatThrownBy(() -> instance.addOne("busier", "first")).isInstanceOf(Failure.Conflict.class);
        assertThat(instance.counters.find("busier", null).orElseThrow().state().value())
                .isEqualTo(1_101);
    }

    @Test
    void oneKeyCannotStandForTwoRequests() {
        instance.addOne("reused", "key");
        var other = Command.of("key", "another request", OptionalLong.empty(), "bench");
        assertThatThrownBy(() -> instance.counters.handle(
                        Text.of("messaging.no-subscription", "reused"),
                        "reused",
                        null,
                        other,
                        it -> Decision.of(it.state(), new Bench.Added(9))))
                .isInstanceOf(Failure.Conflict.class);
        assertThat(instance.counters.find("reused", null).orElseThrow().state().value())
                .isEqualTo(1);
    }

    @Test
    void oneKeyCannotStandForTwoRequestsOnDifferentThings() {
        instance.addOne("first-thing", "shared-key");
        var other = Command.of("shared-key", "another request", OptionalLong.empty(), "bench");
        for (String id : List.of("second-thing", "first-thing")) {
            assertThatThrownBy(() -> instance.counters.create(
                            id, "XX", other, () -> Decision.of(new Bench.Counter(1), new Bench.Added(1))))
                    .isInstanceOf(Failure.Conflict.class);
        }
        assertThat(instance.counters.find("second-thing", null)).isEmpty();

        var again = bench.new Instance("commands", bench.producer, CrashPoints.NONE);
        assertThatThrownBy(() -> again.counters.create(
                        "third-thing", "XX", other, () -> Decision.of(new Bench.Counter(1), new Bench.Added(1))))
                .as("also in another process")
                .isInstanceOf(Failure.Conflict.class);
        assertThatThrownBy(() -> again.counters.create(
                        "part", "XX", other.partOf("x"), () -> Decision.of(new Bench.Counter(1), new Bench.Added(1))))
                .as("nor for a part of another")
                .isInstanceOf(Failure.Conflict.class);
    }

    @Test
    void refusesADecisionOnAnOldVersion() {
        instance.addOne("stale", "one");
        instance.addOne("stale", "two");
        var old = Command.of("three", "three", OptionalLong.of(1), "bench");
        assertThatThrownBy(() -> instance.counters.handle(
                        Text.of("messaging.no-subscription", "stale"),
                        "stale",
                        null,
                        old,
                        it -> Decision.of(it.state(), new Bench.Added(9))))
                .isInstanceOf(Failure.Stale.class);
    }

    @Test
    void racingWritersLoseNoIncrementAndLeaveNoGap() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            String key = "racer-" + n;
            writers.add(() -> {
                instance.addOne("raced", key);
                return null;
            });
        }
        instance.addOne("raced", "first");
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var it : threads.invokeAll(writers)) {
                it.get();
            }
        }
        var found = instance.counters.find("raced", null).orElseThrow();
        assertThat(found.state().value()).isEqualTo(9);
        assertThat(found.sequence()).isEqualTo(9);
        assertThat(found.version()).isEqualTo(9);
    }

    @Test
    void doesNotShowWhatBelongsToAnotherProvince() {
        instance.addOne("scoped", "one");
        assertThat(instance.counters.find("scoped", "XX")).isPresent();
        assertThat(instance.counters.find("scoped", "YY")).isEmpty();
    }

    @Test
    void refusesCommandsOnceTooManyEventsWait() {
        instance.addOne("full", "first");
        assertThatThrownBy(() -> {
                    for (int n = 0; n < 250; n++) {
                        instance.addOne("full", "more-" + n);
                    }
                })
                .isInstanceOf(Failure.Unavailable.class);
        assertThat(instance.counters.find("full", null).orElseThrow().state().value())
                .isEqualTo(200);
    }

    @Test
    void anIndependentReaderFindsCloudEventsOnTheTopic() {
        instance.addOne("read", "one");
        instance.drain();
        var record = bench.records("commands").stream()
                .filter(it -> new String(it.key()).equals("read"))
                .findFirst()
                .orElseThrow();
        try (var deserializer = new CloudEventDeserializer()) {
            CloudEvent event = deserializer.deserialize("commands", record.headers(), record.value());
            assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
            assertThat(event.getId()).isEqualTo("read/1");
            assertThat(event.getType()).isEqualTo("bench.added.v1");
            assertThat(event.getSource()).hasToString("/bench");
            assertThat(event.getSubject()).isEqualTo("read");
            assertThat(event.getTime()).isNotNull();
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getExtension("sequence")).isEqualTo("1");
            assertThat(event.getExtension("province")).isEqualTo("XX");
            assertThat(event.getExtension("correlationid")).isEqualTo("read/1");
            assertThat(new String(event.getData().toBytes())).isEqualTo("{\"to\":1}");
        }
    }

    @Test
    void latestStatesEndTheSameWhateverOrderAndHoweverOftenTheyAreHeard() {
        var states = new LatestStates(bench.mongo("latest"), "states");
        List<long[]> heard = new ArrayList<>();
        for (long aggregate = 0; aggregate < 20; aggregate++) {
            for (long sequence = 1; sequence <= 10; sequence++) {
                heard.add(new long[] {aggregate, sequence});
                heard.add(new long[] {aggregate, sequence});
            }
        }
        Collections.shuffle(heard, new Random(3));
        int news = 0;
        for (long[] it : heard) {
            news += states.put("a" + it[0], it[1], new Document("value", it[1])) ? 1 : 0;
        }
        assertThat(news).isLessThan(heard.size());
        assertThat(states.findAny(new Document()))
                .hasSize(20)
                .allSatisfy(it -> assertThat(it.getLong("value")).isEqualTo(10L));
    }

    @Test
    void aStoreThatLacksWhatWasSaidIsFoundOut() {
        var own = bench.new Instance("command.compared", bench.producer, CrashPoints.NONE);
        bench.createTopicToRead("command.compared", 2);
        own.addOne("cut", "one");
        own.addOne("older", "one");
        own.addOne("older", "two");
        own.addOne("whole", "one");
        own.drain();
        MongoTemplate mongo = bench.mongo("command_compared");
        var comparison = new StoreComparison(mongo, List.of("counters", "others"), "/bench");
        assertThat(compared(comparison)).isEmpty();

        mongo.getCollection("counters").deleteOne(new Document("_id", "cut"));
        mongo.getCollection("counters")
                .updateOne(new Document("_id", "older"), new Document("$set", new Document("seq", 1L)));
        assertThat(compared(comparison))
                .containsExactlyInAnyOrder(
                        new StoreComparison.Behind("command.compared", "cut", 1, 0),
                        new StoreComparison.Behind("command.compared", "older", 2, 1));
        assertThat(compared(new StoreComparison(mongo, List.of("counters"), "/others")))
                .as("what others say is not ours to have")
                .isEmpty();
    }

    @Test
    void whatWasToldIsToldAgainAtItsPlaceAndWhatStillWaitsComesAfterIt() {
        bench.createTopic("command.again");
        var own = bench.new Instance("command.again", bench.producer, CrashPoints.NONE);
        own.counters.tellAgain(
                Topic.REPORTS,
                (province, it) -> IntStream.rangeClosed(1, it.value())
                        .mapToObj(Bench.Added::new)
                        .toList());
        own.addOne("settled", "again-1");
        own.addOne("settled", "again-2");
        own.addOne("waiting", "again-1");
        own.drain();
        own.addOne("waiting", "again-3");
        Retelling retelling = own.outbox.retelling();
        assertThat(retelling.wasTold(Topic.REPORTS)).isTrue();
        assertThat(retelling.tell(Topic.REPORTS, null)).isEqualTo(new Retelling.Page(2, 3, null));
        own.drain();
        assertThat(bench.arrived("command.again"))
                .containsEntry("settled", List.of(1L, 2L, 1L, 2L))
                .containsEntry("waiting", List.of(1L, 1L, 2L));
    }

    private static List<StoreComparison.Behind> compared(StoreComparison comparison) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bench.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return comparison.compare(consumer, List.of("command.compared"));
        }
    }
}
