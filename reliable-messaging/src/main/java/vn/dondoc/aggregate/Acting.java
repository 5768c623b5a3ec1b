package vn.dondoc.aggregate;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Who the current thread acts for, so that what is changed meanwhile is put down to them. Set by the HTTP edge around each
 * request; nobody acts while a service handles an event or follows its clock.
 *
 * @param request names the request, in the audit and as the cause of events
 * @param by subject of the token
 * @param agency {@code null} for the province's own people
 * @param operation method and path
 * @param changed whether anything was changed and put down yet
 * @param detail what else is to be said of the request; {@code null} inside if nothing is
 */
public record Acting(
        String request,
        String by,
        List<String> roles,
        @Nullable String agency,
        String operation,
        AtomicBoolean changed,
        AtomicReference<@Nullable String> detail) {

    private static final ThreadLocal<@Nullable Acting> CURRENT = new ThreadLocal<>();

    public Acting(String request, String by, List<String> roles, @Nullable String agency, String operation) {
        this(request, by, List.copyOf(roles), agency, operation, new AtomicBoolean(), new AtomicReference<>());
    }

    /** For whom the thread acts now; {@code null} for nobody. */
    public static @Nullable Acting current() {
        return CURRENT.get();
    }

    /** Acts for nobody until the scope is closed: what is handled again was caused by an event, not by who asks for it. */
    public static CausedBy.Scope suspended() {
        Acting before = CURRENT.get();
        CURRENT.remove();
        return () -> {
            if (before != null) {
                CURRENT.set(before);
            }
        };
    }

    /** Says of the current request what its path does not. */
    public static void note(String detail) {
        Acting current = CURRENT.get();
        if (current != null) {
            current.detail().set(detail);
        }
    }

    /** Acts for this caller until the scope is closed. */
    public CausedBy.Scope open() {
        CURRENT.set(this);
        return CURRENT::remove;
    }
}
