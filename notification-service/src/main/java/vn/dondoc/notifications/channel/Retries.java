package vn.dondoc.notifications.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a message is tried again.
 *
 * @param pauses after the first failure, the second, and so on; after the last there is none
 */
public record Retries(List<Duration> pauses) {

    /** Of a pause, up or down, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    private static final int SHARES = 1_000;

    public Retries {
        pauses = List.copyOf(pauses);
    }

    /**
     * Empty if it is not tried again.
     *
     * @param tries made so far, the failed one with them
     * @param of whose jitter it is; the same gives the same
     */
    public Optional<Instant> next(int tries, Instant now, String of) {
        if (tries > pauses.size()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(Math.max(0, tries - 1));
        double share = Math.floorMod((of + tries).hashCode(), SHARES) / (double) SHARES;
        double factor = 1 - JITTER + 2 * JITTER * share;
        return Optional.of(now.plusMillis(Math.round(pause.toMillis() * factor)));
    }
}
