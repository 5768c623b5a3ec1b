package vn.dondoc.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** The only way a test waits: until its claim holds. */
public final class Eventually {

    private Eventually() {}

    /** Tries {@code claim} until it passes, for at most 30 s. */
    public static void eventually(ThrowingRunnable claim) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(claim);
    }
}
