package vn.dondoc.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting, in one place. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        until(System.nanoTime() + time.toNanos());
    }

    /** @param instant of {@link System#nanoTime} */
    static void until(long instant) {
        for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
