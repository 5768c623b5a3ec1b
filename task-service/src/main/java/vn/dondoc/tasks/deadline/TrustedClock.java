package vn.dondoc.tasks.deadline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the clock of this machine can be believed. One that is off from the store's fires nothing: a deadline that is
 * spoken of a day early is worse than one that is spoken of a minute late.
 */
@Component
class TrustedClock {

    private static final Logger log = LoggerFactory.getLogger(TrustedClock.class);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(10);

    private final StoreClock store;
    private final Clock clock;
    private final Duration tolerance;
    private final AtomicLong offByMillis = new AtomicLong();
    private long askedAt = System.nanoTime() - ASKED_AGAIN_AFTER.toNanos();
    private boolean trusted;

    TrustedClock(StoreClock store, Clock clock, RungProperties properties, MeterRegistry metrics) {
        this.store = store;
        this.clock = clock;
        this.tolerance = properties.clockTolerance();
        metrics.gauge("dondoc.task.clock.off", offByMillis, it -> it.get() / 1_000.0);
    }

    /** Always, if the tolerance is zero: nobody wants it compared. */
    synchronized boolean isTrusted() {
        if (tolerance.isZero()) {
            return true;
        }
        if (trusted && System.nanoTime() - askedAt < ASKED_AGAIN_AFTER.toNanos()) {
            return true;
        }
        askedAt = System.nanoTime();
        Duration off =
                store.now().map(it -> Duration.between(it, clock.instant())).orElse(Duration.ZERO);
        offByMillis.set(off.toMillis());
        boolean was = trusted;
        trusted = off.abs().compareTo(tolerance) <= 0;
        if (!trusted && was) {
            log.error("event=clock-off seconds={} firing=stopped", off.toSeconds());
        }
        return trusted;
    }
}
