package vn.dondoc.reporting.aggregation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.BrokerClients;
import vn.dondoc.messaging.autoconfigure.MessagingProperties;
import vn.dondoc.reporting.indicator.Figures;

/**
 * Counts every figure again from the first record of the topics, with a new state beside the one that serves, and says where
 * the two differ. What is filed meanwhile is read by both; a difference counts once it has lasted.
 *
 * <p>As it is asked, the new state is thrown away in the end and nothing that is served is touched; or it takes over: the one
 * that served stops, the new one reads what came meanwhile, figures that differ are published as they were counted, and it
 * goes on where it is. No figure is published while the past is read, so nobody sees it go by again.
 */
@Component
public class RecountFigures implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RecountFigures.class);

    private static final AccessScope SELF = AccessScope.ofService("recount-figures");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    /** While it is waited for, no figure is published. */
    private static final Duration MOST_PAUSE = Duration.ofMinutes(1);

    private static final Duration AGES = Duration.ofDays(7);
    private static final int LOOKS_AT_DIFFERENCES = 10;
    private static final int DIFFERENCES_SHOWN = 100;

    private final BrokerClients broker;
    private final AggregationProperties properties;
    private final MessagingProperties messaging;
    private final Figures figures;
    private final ServingState serving;
    private final LiveAggregation live;
    private final RestateFigures restate;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("recount").factory());
    private final AtomicReference<Recount> progress = new AtomicReference<>(Recount.NONE);
    private volatile boolean stopped;

    RecountFigures(
            BrokerClients broker,
            AggregationProperties properties,
            MessagingProperties messaging,
            Figures figures,
            ServingState serving,
            LiveAggregation live,
            RestateFigures restate,
            Clock clock) {
        this.broker = broker;
        this.properties = properties;
        this.messaging = messaging;
        this.figures = figures;
        this.serving = serving;
        this.live = live;
        this.restate = restate;
        this.clock = clock;
    }

    public Recount progress() {
        return progress.get();
    }

    /**
     * Begins to count.
     *
     * @param takeOver whether what is counted is to be served in the end
     * @throws Failure.Conflict if it is being counted already, by this instance or another
     */
    public Recount start(boolean takeOver) {
        Recount before = progress.get();
        Recount started = Recount.started(clock.instant(), 0);
        if (before.isRunning() || !serving.hold() || !progress.compareAndSet(before, started)) {
            throw new Failure.Conflict("reporting.recount-running");
        }
        worker.execute(() -> countOrSayWhyNot(takeOver));
        return started;
    }

    private void countOrSayWhyNot(boolean takeOver) {
        try (Admin admin = Admin.create(broker.admin())) {
            count(admin, takeOver);
        } catch (ExecutionException | RuntimeException failed) {
            log.error("recount=failed", failed);
            progress.updateAndGet(it -> it.failed(clock.instant(), String.valueOf(failed)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            progress.updateAndGet(it -> it.failed(clock.instant(), "interrupted"));
        } finally {
            serving.letGo();
        }
    }

    private void count(Admin admin, boolean takeOver) throws ExecutionException, InterruptedException {
        Map<String, Counted> counted = new ConcurrentHashMap<>();
        // What an earlier attempt left, but not what serves, here or still elsewhere.
        removeLeft(admin);
        String id = prefix() + UUID.randomUUID().toString().substring(0, 8);
        var builder = new StreamsBuilder();
        AggregationTopology.recount(builder, messaging.partitions(), properties.publishEvery(), record -> {
            Recount.Said said = Recount.said(Contracts.read(record.value(), IndicatorComputed.class));
            counted.put(record.key(), new Counted(said, takeOver ? record : null));
        });
        var source = SourceTopics.of(admin, id);
        progress.updateAndGet(it -> Recount.started(clock.instant(), source.records()));
        List<Recount.Difference> differences;
        boolean stays = false;
        var streams = new KafkaStreams(builder.build(), settings(id, takeOver));
        try {
            streams.start();
            awaitRead(source, streams, counted, AGES);
            progress.updateAndGet(it -> it.comparing(counted.size()));
            differences = lasting(counted, source.holdsTheFirst());
            if (takeOver) {
                requireWhole(source);
                live.pause();
                awaitRead(SourceTopics.of(admin, id), streams, counted, MOST_PAUSE);
                // What was read last is a figure when it has been published to the new state.
                LockSupport.parkNanos(properties
                        .publishEvery()
                        .multipliedBy(2)
                        .plus(BETWEEN_LOOKS)
                        .toNanos());
                if (!LiveAggregation.closed(streams)) {
                    throw new IllegalStateException("the new state does not come to rest");
                }
                String before = serving.applicationId();
                serving.take(id);
                stays = true;
                awaitLeft(admin, before);
                restate.asCounted(counted);
                serving.published(id);
            }
        } finally {
            streams.close(TO_STOP);
            if (!stays) {
                forget(streams);
            }
            live.resume();
        }
        removeLeft(admin);
        progress.updateAndGet(it -> it.done(clock.instant(), counted.size(), differences, DIFFERENCES_SHOWN, takeOver));
        log.info("recount=done figures={} differences={} tookOver={}", counted.size(), differences.size(), takeOver);
    }

    /** Figures of records that have aged out would be lost. */
    private static void requireWhole(SourceTopics source) {
        if (!source.holdsTheFirst()) {
            throw new IllegalStateException("the topics no longer hold their first record; see docs/operations.md");
        }
    }

    private void removeLeft(Admin admin) throws ExecutionException, InterruptedException {
        List<String> stay = new ArrayList<>(serving.before());
        stay.add(serving.applicationId());
        SourceTopics.removeInternal(admin, prefix(), stay);
    }

    /** Other instances take up the new state, and publish nothing of the old one from then on. */
    private void awaitLeft(Admin admin, String before) throws ExecutionException, InterruptedException {
        Instant until = Instant.now().plus(MOST_PAUSE);
        while (!SourceTopics.isLeft(admin, before)) {
            serving.hold();
            if (Instant.now().isAfter(until)) {
                log.warn("recount=others-stay group={}", before);
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /**
     * A state that took over and could not publish all that differs is counted once more; what is left of those before is
     * removed when nobody reads in their groups any more.
     */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    void finish() throws ExecutionException, InterruptedException {
        if (progress.get().isRunning()) {
            return;
        }
        if (serving.isUnpublished()) {
            if (serving.hold()) {
                log.warn("recount=again, the last one was stopped while it took over");
                start(true);
            }
            return;
        }
        List<String> before = serving.before();
        if (!before.isEmpty() && serving.hold()) {
            try (Admin admin = Admin.create(broker.admin())) {
                for (String it : before) {
                    forget(admin, it);
                }
            } finally {
                serving.letGo();
            }
        }
    }

    private void forget(Admin admin, String before) throws ExecutionException, InterruptedException {
        if (SourceTopics.isLeft(admin, before)) {
            SourceTopics.removeInternal(admin, before + "-", List.of(serving.applicationId()));
            live.forget(before);
            serving.forgot(before);
        }
    }

    /** The state on this disk. What cannot be removed is in nobody's way. */
    private static void forget(KafkaStreams streams) {
        try {
            streams.cleanUp();
        } catch (RuntimeException stays) {
            log.warn("recount=state-stays", stays);
        }
    }

    private Properties settings(String id, boolean takeOver) {
        Properties settings = AggregationConfiguration.settings(id, broker, properties, messaging);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, BETWEEN_LOOKS.toMillis());
        if (takeOver) {
            settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        }
        // Those that serve have put aside what cannot be digested.
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
        return settings;
    }

    private String prefix() {
        return properties.applicationId() + "-recount-";
    }

    /** Waits until everything that was there at the beginning has gone through, also through the internal topic. */
    private void awaitRead(SourceTopics source, KafkaStreams streams, Map<String, Counted> counted, Duration atMost)
            throws ExecutionException, InterruptedException {
        Instant until = Instant.now().plus(atMost);
        @Nullable Map<TopicPartition, Long> onTheWay = null;
        boolean through = false;
        while (!through) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            if (stopped || !streams.state().isRunningOrRebalancing()) {
                throw new IllegalStateException("stopped while reading");
            }
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("not everything was read within " + atMost);
            }
            serving.hold();
            SourceTopics.Read read = source.read();
            progress.updateAndGet(it -> it.reading(read.records(), counted.size()));
            if (onTheWay == null && read.all()) {
                // Once: while people file, there is always something more.
                onTheWay = source.onTheWay();
            }
            through = onTheWay != null && source.hasGoneBeyond(onTheWay);
        }
    }

    /** Differences that are there at every look: what is filed meanwhile reaches one side before the other. */
    private List<Recount.Difference> lasting(Map<String, Counted> counted, boolean complete) {
        List<Recount.Difference> differences = differences(counted, complete);
        for (int look = 1; look < LOOKS_AT_DIFFERENCES && !differences.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            differences.retainAll(differences(counted, complete));
        }
        return differences;
    }

    /** @param complete whether the topics still hold their first record; figures that are older cannot be counted */
    private List<Recount.Difference> differences(Map<String, Counted> counted, boolean complete) {
        List<Recount.Difference> differences = new ArrayList<>();
        Set<String> served = new HashSet<>();
        figures.each(SELF, it -> {
            served.add(it.key());
            Recount.Said said = Recount.said(it.figure());
            Counted now = counted.get(it.key());
            if ((now != null || complete) && Counted.differs(now, said)) {
                differences.add(new Recount.Difference(
                        it.key(), said.text(), now == null ? null : now.said().text()));
            }
        });
        counted.forEach((key, now) -> {
            if (now.said().reported() > 0 && !served.contains(key)) {
                differences.add(new Recount.Difference(key, null, now.said().text()));
            }
        });
        return differences;
    }

    @Override
    public void destroy() {
        stopped = true;
        worker.shutdownNow();
    }
}
