package vn.dondoc.reporting.aggregation;

import java.time.Clock;
import java.time.Duration;
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
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
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
 * the two differ. Nothing that is served is touched. What is filed meanwhile is read by both; a difference counts once it
 * has lasted. The new state is thrown away in the end.
 */
@Component
public class RecountFigures implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RecountFigures.class);
    private static final AccessScope SELF = AccessScope.ofService("recount-figures");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final int LOOKS_AT_DIFFERENCES = 10;
    private static final int STRETCH = 1_000;
    private static final int DIFFERENCES_SHOWN = 100;

    private final BrokerClients broker;
    private final AggregationProperties properties;
    private final MessagingProperties messaging;
    private final Figures figures;
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
            Clock clock) {
        this.broker = broker;
        this.properties = properties;
        this.messaging = messaging;
        this.figures = figures;
        this.clock = clock;
    }

    public Recount progress() {
        return progress.get();
    }

    /**
     * Begins to count.
     *
     * @throws Failure.Conflict if it is being counted already
     */
    public Recount start() {
        Recount before = progress.get();
        Recount started = Recount.started(clock.instant(), 0);
        if (before.isRunning() || !progress.compareAndSet(before, started)) {
            throw new Failure.Conflict("reporting.recount-running");
        }
        worker.execute(this::countOrSayWhyNot);
        return started;
    }

    private void countOrSayWhyNot() {
        try (Admin admin = Admin.create(broker.admin())) {
            SourceTopics.removeInternal(admin, prefix());
            count(admin);
        } catch (ExecutionException | RuntimeException failed) {
            log.error("recount=failed", failed);
            progress.updateAndGet(it -> it.failed(clock.instant(), String.valueOf(failed)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            progress.updateAndGet(it -> it.failed(clock.instant(), "interrupted"));
        }
    }

    private void count(Admin admin) throws ExecutionException, InterruptedException {
        Map<String, Recount.Said> counted = new ConcurrentHashMap<>();
        String id = prefix() + UUID.randomUUID().toString().substring(0, 8);
        var builder = new StreamsBuilder();
        AggregationTopology.recount(
                builder,
                messaging.partitions(),
                properties.publishEvery(),
                (key, bytes) -> counted.put(key, Recount.said(Contracts.read(bytes, IndicatorComputed.class))));
        var source = SourceTopics.of(admin, id);
        progress.updateAndGet(it -> Recount.started(clock.instant(), source.records()));
        List<Recount.Difference> differences;
        try (var streams = new KafkaStreams(builder.build(), settings(id))) {
            try {
                streams.start();
                awaitRead(source, streams, counted);
                progress.updateAndGet(it -> it.comparing(counted.size()));
                differences = lasting(counted, source.holdsTheFirst());
            } finally {
                streams.close(TO_STOP);
                forget(streams);
            }
        }
        SourceTopics.removeInternal(admin, prefix());
        progress.updateAndGet(it -> it.done(clock.instant(), counted.size(), differences, DIFFERENCES_SHOWN));
        log.info("recount=done figures={} differences={}", counted.size(), differences.size());
    }

    /** The state on this disk. What cannot be removed is in nobody's way. */
    private static void forget(KafkaStreams streams) {
        try {
            streams.cleanUp();
        } catch (RuntimeException stays) {
            log.warn("recount=state-stays", stays);
        }
    }

    private Properties settings(String id) {
        Map<String, Object> config = AggregationConfiguration.settings(broker, properties, messaging);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        config.put(StreamsConfig.STATE_DIR_CONFIG, properties.stateDir().toString());
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, BETWEEN_LOOKS.toMillis());
        // Those that serve have put aside what cannot be digested.
        config.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
        var settings = new Properties();
        settings.putAll(config);
        return settings;
    }

    private String prefix() {
        return properties.applicationId() + "-recount-";
    }

    /** Waits until everything that was there at the beginning has gone through, also through the internal topic. */
    private void awaitRead(SourceTopics source, KafkaStreams streams, Map<String, Recount.Said> counted)
            throws ExecutionException, InterruptedException {
        boolean through = false;
        while (!through) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            if (stopped || !streams.state().isRunningOrRebalancing()) {
                throw new IllegalStateException("stopped while reading");
            }
            SourceTopics.Read read = source.read();
            progress.updateAndGet(it -> it.reading(read.records(), counted.size()));
            through = read.everything();
        }
    }

    /** Differences that are there at every look: what is filed meanwhile reaches one side before the other. */
    private List<Recount.Difference> lasting(Map<String, Recount.Said> counted, boolean complete) {
        List<Recount.Difference> differences = differences(counted, complete);
        for (int look = 1; look < LOOKS_AT_DIFFERENCES && !differences.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            differences.retainAll(differences(counted, complete));
        }
        return differences;
    }

    /**
     * What nobody reported may or may not have been said, depending on what was heard first.
     *
     * @param complete whether the topics still hold their first record; figures that are older cannot be counted
     */
    private List<Recount.Difference> differences(Map<String, Recount.Said> counted, boolean complete) {
        List<Recount.Difference> differences = new ArrayList<>();
        Set<String> served = new HashSet<>();
        List<Figures.Keyed> some = figures.everything(SELF, "", STRETCH);
        while (!some.isEmpty()) {
            for (Figures.Keyed it : some) {
                served.add(it.key());
                Recount.Said said = Recount.said(it.figure());
                Recount.Said now = counted.get(it.key());
                if (now == null ? complete && said.reported() > 0 : !now.equals(said)) {
                    differences.add(new Recount.Difference(it.key(), said.text(), now == null ? null : now.text()));
                }
            }
            some = figures.everything(SELF, some.getLast().key(), STRETCH);
        }
        counted.forEach((key, now) -> {
            if (now.reported() > 0 && !served.contains(key)) {
                differences.add(new Recount.Difference(key, null, now.text()));
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
