package vn.dondoc.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What the current thread is acting on, so that events recorded meanwhile name their cause. Set by the inbox around each
 * handler and by the HTTP edge around each request.
 */
public record CausedBy(String correlationId, String causationId) {

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
