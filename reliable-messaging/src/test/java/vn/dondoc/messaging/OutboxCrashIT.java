package vn.dondoc.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.messaging.outbox.CrashPoints;
import vn.dondoc.messaging.outbox.CrashPoints.Step;

/** A process dies between two named steps; another takes over. Nothing is lost, doubled in effect, or out of order. */
class OutboxCrashIT {

    private static final int AGGREGATES = 5;
    private static final int COMMANDS = 40;

    private static Bench bench;

    @BeforeAll
    static void start() throws Exception {
        bench = new Bench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = "AFTER_HANDLE_BEFORE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    void losesAndDoublesNothingWhenDyingAt(Step step) {
        String topic = "crash." + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        bench.createTopic(topic);
        var deaths = new AtomicInteger();
        CrashPoints now = Bench.dyingAt(step, 4, deaths);
        var instance = bench.new Instance(topic, bench.producer, now);
        for (int n = 0; n < COMMANDS; n++) {
            String id = "counter-" + n % AGGREGATES;
            String key = "command-" + n;
            for (boolean answered = false; !answered; ) {
                try {
                    instance.addOne(id, key);
                    answered = true;
                } catch (Bench.Died died) {
                    instance = bench.new Instance(topic, bench.producer, now);
                }
            }
            if (n % 7 == 0) {
                try {
                    instance.relay.sweep();
                } catch (Bench.Died died) {
                    instance = bench.new Instance(topic, bench.producer, now);
                }
            }
        }
        var survivor = bench.new Instance(topic, bench.producer, CrashPoints.NONE);
        survivor.drain();

        assertThat(deaths.get()).as("the test did kill").isPositive();
        Map<String, List<Long>> arrived = bench.arrived(topic);
        int duplicates = 0;
        for (int n = 0; n < AGGREGATES; n++) {
            String id = "counter-" + n;
            List<Long> sequences = arrived.get(id);
            assertThat(firstOccurrences(sequences)).as(id).isEqualTo(upTo(COMMANDS / AGGREGATES));
            assertThat(survivor.counters.find(id, null).orElseThrow().state().value())
                    .isEqualTo(COMMANDS / AGGREGATES);
            duplicates += sequences.size() - COMMANDS / AGGREGATES;
        }
        assertThat(survivor.relay.waiting()).isZero();
        System.out.printf(
                "crash at %s: deaths=%d lost=0 reordered=0 duplicates-on-topic=%d%n", step, deaths.get(), duplicates);
    }

    @Test
    void keepsOrderWhileTwoRelaysRaceAndSendsFail() throws Exception {
        String topic = "crash.race";
        bench.createTopic(topic);
        var flaky = new FlakyProducer(bench.producer, new Random(7));
        var one = bench.new Instance(topic, flaky, CrashPoints.NONE);
        var two = bench.new Instance(topic, flaky, CrashPoints.NONE);
        var writing = new AtomicInteger(2);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (var instance : List.of(one, two)) {
                int from = instance == one ? 0 : 1;
                running.add(threads.submit(() -> {
                    for (int n = from; n < 120; n += 2) {
                        instance.addOne("counter-" + n % AGGREGATES, "command-" + n);
                    }
                    writing.decrementAndGet();
                }));
                running.add(threads.submit(() -> {
                    while (writing.get() > 0) {
                        sweepThroughRefusals(instance);
                    }
                    for (int i = 0; i < 20; i++) {
                        sweepThroughRefusals(instance);
                    }
                }));
            }
            for (Future<?> it : running) {
                it.get();
            }
        }
        flaky.working = true;
        one.drain();

        assertThat(flaky.refused.get()).as("sends refused").isPositive();
        Map<String, List<Long>> arrived = bench.arrived(topic);
        long total = 0;
        for (int n = 0; n < AGGREGATES; n++) {
            int count = one.counters
                    .find("counter-" + n, null)
                    .orElseThrow()
                    .state()
                    .value();
            assertThat(firstOccurrences(arrived.get("counter-" + n))).isEqualTo(upTo(count));
            total += count;
        }
        assertThat(total).isEqualTo(120);
    }

    /** A relay whose send was refused tries again with its next sweep, as its own loop does. */
    private static void sweepThroughRefusals(Bench.Instance instance) {
        try {
            instance.relay.sweep();
        } catch (RuntimeException refused) {
            assertThat(refused).hasRootCauseMessage("refused by the test");
        }
    }

    private static List<Long> firstOccurrences(List<Long> sequences) {
        return sequences.stream().distinct().toList();
    }

    private static List<Long> upTo(long last) {
        List<Long> all = new ArrayList<>();
        for (long n = 1; n <= last; n++) {
            all.add(n);
        }
        return all;
    }

    /** Every fifth send is refused, as by a broker that is being restarted. */
    private static final class FlakyProducer extends MockProducer<byte[], byte[]> {
        private final Producer<byte[], byte[]> real;
        private final Random random;
        private final AtomicInteger refused = new AtomicInteger();
        private volatile boolean working;

        FlakyProducer(Producer<byte[], byte[]> real, Random random) {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.real = real;
            this.random = random;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            if (!working && random.nextInt(5) == 0) {
                refused.incrementAndGet();
                return java.util.concurrent.CompletableFuture.failedFuture(
                        new org.apache.kafka.common.errors.TimeoutException("refused by the test"));
            }
            return real.send(record);
        }
    }
}
