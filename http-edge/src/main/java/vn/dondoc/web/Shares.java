package vn.dondoc.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Something that there is only so much of, and of which one caller may have a part and no more; first come, first served. */
final class Shares {

    private final Semaphore all;
    private final int ofOne;
    private final Duration patience;
    private final Cache<String, Semaphore> ofEach =
            Caffeine.newBuilder().weakValues().build();

    /**
     * @param ofOne the most that one caller has at a time
     * @param patience how long one waits for it
     */
    Shares(int all, int ofOne, Duration patience) {
        this.patience = patience;
        this.all = new Semaphore(all, true);
        this.ofOne = ofOne;
    }

    /** What somebody has, until it is closed. */
    interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a share.
     *
     * @param many what would be more than one may have is cut to that
     * @return {@code null} if there was none in time
     */
    @Nullable
    Share take(String who, int many) {
        long end = System.nanoTime() + patience.toNanos();
        int wanted = Math.min(many, ofOne);
        Semaphore own = ofEach.get(who, it -> new Semaphore(ofOne, true));
        if (!taken(own, wanted, end)) {
            return null;
        }
        if (!taken(all, wanted, end)) {
            own.release(wanted);
            return null;
        }
        return () -> {
            all.release(wanted);
            own.release(wanted);
        };
    }

    private static boolean taken(Semaphore from, int wanted, long end) {
        try {
            return from.tryAcquire(wanted, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
