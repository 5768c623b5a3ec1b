package vn.dondoc.aggregate;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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
 */
public record Acting(
        String request,
        String by,
        List<String> roles,
        @Nullable String agency,
        String operation,
        AtomicBoolean changed) {

    private static final ThreadLocal<@Nullable Acting> CURRENT = new ThreadLocal<>();

    public Acting(String request, String by, List<String> roles, @Nullable String agency, String operation) {
        this(request, by, List.copyOf(roles), agency, operation, new AtomicBoolean());
    }

    /** For whom the thread acts now; {@code null} for nobody. */
    public static @Nullable Acting current() {
        return CURRENT.get();
    }

    /** Acts for this caller until the scope is closed. */
    public CausedBy.Scope open() {
        CURRENT.set(this);
        return CURRENT::remove;
    }
}
