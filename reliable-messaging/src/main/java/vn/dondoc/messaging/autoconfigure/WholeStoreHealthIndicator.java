package vn.dondoc.messaging.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import vn.dondoc.messaging.outbox.StoreComparison;

/** Whether the store holds all that was said. Part of readiness: what is lost is not served as if it were whole. */
final class WholeStoreHealthIndicator implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(WholeStoreHealthIndicator.class);
    private static final int NAMED = 10;

    private final Supplier<StoreComparison> comparison;
    private final Supplier<Consumer<byte[], byte[]>> reader;
    private final List<String> topics;
    private final AtomicReference<Health> found;

    /** @param compare whether to compare at all */
    WholeStoreHealthIndicator(
            Supplier<StoreComparison> comparison,
            Supplier<Consumer<byte[], byte[]>> reader,
            List<String> topics,
            boolean compare) {
        this.comparison = comparison;
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
        if (!found.get().getStatus().equals(Status.UP)) {
            Thread.ofVirtual().name("compare-store").start(this::compare);
        }
    }

    private void compare() {
        try (Consumer<byte[], byte[]> consumer = reader.get()) {
            List<StoreComparison.Behind> behind = comparison.get().compare(consumer, topics);
            if (behind.isEmpty()) {
                found.set(Health.up().build());
                return;
            }
            log.error("event=store-behind aggregates={} first={}", behind.size(), behind.getFirst());
            found.set(Health.down()
                    .withDetails(Map.of(
                            "reason",
                            "the store lacks what its topics say; put the right copy in its place",
                            "aggregates",
                            behind.size(),
                            "first",
                            behind.stream().limit(NAMED).toList()))
                    .build());
        } catch (RuntimeException broken) {
            // Nothing is known against the store, and a broker that is slow must not take the service away.
            log.warn("event=store-not-compared reason={}", broken.toString());
            found.set(Health.up().withDetail("reason", "could not be compared").build());
        }
    }

    @Override
    public Health health() {
        return found.get();
    }
}
