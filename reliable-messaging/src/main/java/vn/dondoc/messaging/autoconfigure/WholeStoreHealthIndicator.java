package vn.dondoc.messaging.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.outbox.KnownTopics;
import vn.dondoc.messaging.outbox.Retelling;
import vn.dondoc.messaging.outbox.StoreComparison;

/**
 * Whether the store holds all that was said, and the topics hold what the store told. Part of readiness: what is lost is not
 * served as if it were whole. It looks again every minute, and more often while something is missing.
 */
final class WholeStoreHealthIndicator implements HealthIndicator, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WholeStoreHealthIndicator.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(1);
    private static final int NAMED = 10;

    private final Supplier<StoreComparison> comparison;
    private final Retelling retelling;
    private final KnownTopics known;
    private final Supplier<Consumer<byte[], byte[]>> reader;
    private final List<String> topics;
    private final AtomicReference<Health> found;

    /** No virtual thread: a Kafka consumer that waits for its sockets holds the real one, of which requests have few. */
    private final Thread watch =
            Thread.ofPlatform().daemon().name("compare-store").unstarted(this::keepComparing);

    private volatile boolean stopped;

    /** @param compare whether to compare at all */
    WholeStoreHealthIndicator(
            Supplier<StoreComparison> comparison,
            Retelling retelling,
            KnownTopics known,
            Supplier<Consumer<byte[], byte[]>> reader,
            List<String> topics,
            boolean compare) {
        this.comparison = comparison;
        this.retelling = retelling;
        this.known = known;
        this.reader = reader;
        this.topics = topics;
        this.found = new AtomicReference<>(
                compare && !topics.isEmpty()
                        ? Health.outOfService()
                                .withDetail("reason", "not compared with the topics yet")
                                .build()
                        : Health.up().build());
    }

    @EventListener(ApplicationReadyEvent.class)
    void compareOnceStarted() {
        if (!isUp()) {
            watch.start();
        }
    }

    /** A topic was told all that there is to tell. */
    void toldAgain(Topic topic) {
        known.learn(topic);
        if (!isUp()) {
            compare();
        }
    }

    private boolean isUp() {
        return found.get().getStatus().equals(Status.UP);
    }

    /** A topic can be lost under a running service too. */
    private void keepComparing() {
        compare();
        while (!stopped) {
            try {
                Thread.sleep(isUp() ? NOW_AND_THEN : AGAIN);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
            if (!stopped) {
                compare();
            }
        }
    }

    @Override
    public void destroy() {
        stopped = true;
        watch.interrupt();
    }

    private synchronized void compare() {
        Health before = found.get();
        Health now;
        try (Consumer<byte[], byte[]> consumer = reader.get()) {
            now = compared(consumer);
        } catch (RuntimeException broken) {
            // Nothing is known against the store, and a broker that is slow must not take the service away.
            log.warn("event=store-not-compared reason={}", broken.toString());
            now = before.getStatus().equals(Status.DOWN)
                    ? before
                    : Health.up().withDetail("reason", "could not be compared").build();
        }
        found.set(now);
        if (now.getStatus().equals(Status.DOWN) && !now.equals(before)) {
            log.error("event=store-and-topics-differ details={}", now.getDetails());
        }
    }

    private Health compared(Consumer<byte[], byte[]> consumer) {
        List<StoreComparison.Behind> behind = comparison.get().compare(consumer, topics);
        if (!behind.isEmpty()) {
            return Health.down()
                    .withDetails(Map.of(
                            "reason",
                            "the store lacks what its topics say; put the right copy in its place",
                            "aggregates",
                            behind.size(),
                            "first",
                            behind.stream().limit(NAMED).toList()))
                    .build();
        }
        List<String> lost = lost(consumer);
        if (!lost.isEmpty()) {
            return Health.down()
                    .withDetails(Map.of(
                            "reason",
                            "topics lost what they were told; tell them again (./dondoc republish)",
                            "topics",
                            lost))
                    .build();
        }
        return Health.up().build();
    }

    private List<String> lost(Consumer<byte[], byte[]> consumer) {
        return retelling.topics().stream()
                .filter(it -> isLost(consumer, it))
                .map(Topic::topicName)
                .toList();
    }

    private boolean isLost(Consumer<byte[], byte[]> consumer, Topic topic) {
        Optional<Boolean> same = known.isTheSame(topic);
        if (same.orElse(false)) {
            return false;
        }
        boolean isNew = same.isPresent() || StoreComparison.neverWritten(consumer, topic.topicName());
        if (isNew && retelling.wasTold(topic)) {
            return true;
        }
        known.learn(topic);
        return false;
    }

    @Override
    public Health health() {
        return found.get();
    }
}
