package vn.dondoc.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * What the current thread is acting on, so that decisions made meanwhile name their cause. Set by the inbox around each
 * event and by the HTTP edge around each request.
 *
 * @param traceparent W3C context of the cause; {@code null} takes that of the current span
 */
public record CausedBy(
        String correlationId, String causationId, @Nullable String traceparent) {

    private static final ThreadLocal<@Nullable CausedBy> CURRENT = new ThreadLocal<>();

    /** The cause of whatever is recorded now; {@code null} outside a handler or request. */
    public static @Nullable CausedBy current() {
        return CURRENT.get();
    }

    /** Acts with this cause until the scope is closed. */
    public Scope open() {
        CausedBy before = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Gives the thread its former cause back when closed. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
