package vn.dondoc.reporting.aggregation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import vn.dondoc.messaging.BrokerClients;
import vn.dondoc.messaging.autoconfigure.MessagingProperties;
import vn.dondoc.messaging.outbox.Relay;

/**
 * The aggregation whose figures are published. Each time that it starts it takes up the state that serves then, with a topology
 * of its own: one that was built for a state keeps the names of its topics.
 */
@Component
class LiveAggregation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveAggregation.class);
    private static final Duration THREAD_AGAIN = Duration.ofSeconds(1);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    /** After what hands out requests has stopped, before what they need does. */
    private static final int PHASE = Integer.MAX_VALUE - 1_000;

    private final BrokerClients broker;
    private final AggregationProperties properties;
    private final MessagingProperties messaging;
    private final ServingState serving;
    private final MeterRegistry registry;
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics metrics;
    private String runs = "";
    private boolean ends;
    private boolean held;

    /** @param topicsReady the relay stands for the topics being there */
    LiveAggregation(
            BrokerClients broker,
            AggregationProperties properties,
            MessagingProperties messaging,
            ServingState serving,
            MeterRegistry registry,
            Relay topicsReady) {
        this.broker = broker;
        this.properties = properties;
        this.messaging = messaging;
        this.serving = serving;
        this.registry = registry;
    }

    @Override
    public synchronized void start() {
        ends = false;
        run();
    }

    /** Goes on with the state that serves now, unless the service is being stopped. */
    synchronized void resume() {
        held = false;
        run();
    }

    private void run() {
        if (streams != null || ends || held) {
            return;
        }
        String id = serving.applicationId();
        var builder = new StreamsBuilder();
        AggregationTopology.build(builder, messaging.partitions(), properties.publishEvery());
        var started = new KafkaStreams(builder.build(), settings(id));
        // A thread that dies of the broker or the disk is replaced after a while, until it lives.
        started.setUncaughtExceptionHandler(failure -> {
            log.error("aggregation=stopped, again in {}", THREAD_AGAIN, failure);
            LockSupport.parkNanos(THREAD_AGAIN.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        var measured = new KafkaStreamsMetrics(started);
        measured.bindTo(registry);
        started.start();
        streams = started;
        metrics = measured;
        runs = id;
    }

    /** Takes up the state that serves when another instance counted it, and begins again where that failed. */
    @Scheduled(fixedDelayString = "PT10S")
    synchronized void follow() {
        if (streams != null && !serving.applicationId().equals(runs)) {
            String before = runs;
            close();
            forget(before);
        }
        run();
    }

    /** The state on this disk that serves no longer. What cannot be removed is in nobody's way. */
    void forget(String applicationId) {
        try {
            FileSystemUtils.deleteRecursively(properties.stateDir().resolve(applicationId));
        } catch (IOException stays) {
            log.warn("aggregation=state-stays", stays);
        }
    }

    private Properties settings(String id) {
        Properties settings = AggregationConfiguration.settings(id, broker, properties, messaging);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
        return settings;
    }

    @Override
    public synchronized void stop() {
        ends = true;
        close();
    }

    /** Stops until it is resumed. */
    synchronized void pause() {
        held = true;
        close();
    }

    /** Leaves its group, so that who goes on need not wait for its session to end. */
    static boolean closed(KafkaStreams some) {
        return some.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(TO_STOP));
    }

    private void close() {
        if (metrics != null) {
            metrics.close();
            metrics = null;
        }
        if (streams != null) {
            if (!closed(streams)) {
                log.warn("aggregation=slow-to-stop");
            }
            streams = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }

    /** NOT_RUNNING while it is stopped. */
    synchronized KafkaStreams.State state() {
        return streams == null ? KafkaStreams.State.NOT_RUNNING : streams.state();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
