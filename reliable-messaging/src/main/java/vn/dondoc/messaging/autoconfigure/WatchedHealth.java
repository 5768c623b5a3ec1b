package vn.dondoc.messaging.autoconfigure;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * The health of something that may be slow to answer, looked at every few seconds by a thread of its own. Who asks is told at
 * once what was last seen, and after a while without an answer, that there is none.
 */
class WatchedHealth implements HealthIndicator, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WatchedHealth.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration SILENT = Duration.ofSeconds(15);

    private final Supplier<Health> look;
    private final Thread watch;
    private volatile Seen seen = new Seen(Health.outOfService().build(), System.nanoTime());

    private record Seen(Health health, long at) {}

    WatchedHealth(String name, Supplier<Health> look) {
        this.look = look;
        this.watch = Thread.ofPlatform().daemon().name("watch-" + name).start(this::watch);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            seen = new Seen(looked(), System.nanoTime());
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whatever goes wrong is a state to be told, and no reason to look no more. */
    private Health looked() {
        try {
            return look.get();
        } catch (RuntimeException | Error broken) {
            log.error("event=health-unknown", broken);
            return Health.down().withDetail("reason", String.valueOf(broken)).build();
        }
    }

    @Override
    public Health health() {
        Seen last = seen;
        Duration silent = Duration.ofNanos(System.nanoTime() - last.at());
        return silent.compareTo(SILENT) < 0
                ? last.health()
                : Health.down()
                        .withDetail("reason", "no answer for " + silent.toSeconds() + " s")
                        .build();
    }

    boolean isUp() {
        return Status.UP.equals(health().getStatus());
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
