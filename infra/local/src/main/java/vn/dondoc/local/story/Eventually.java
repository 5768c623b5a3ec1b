package vn.dondoc.local.story;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks until something holds. */
final class Eventually {

    private Eventually() {}

    /** @throws IllegalStateException naming {@code what}, if it does not hold within {@code longest} */
    static void holds(String what, Duration longest, Duration betweenLooks, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + longest.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(betweenLooks.toNanos());
        }
    }
}
