package vn.dondoc.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.access.Role;
import vn.dondoc.aggregate.VietnamTime;

/**
 * Who takes a step, and when.
 *
 * @param name user id, or name of a policy
 * @param agency for whom; {@code null} for the province's office and for the service itself
 * @param ofTheOffice whether the province's own decisions are theirs
 */
public record Actor(String name, @Nullable String agency, boolean ofTheOffice, Instant at) {

    public static Actor of(AccessScope scope, Instant at) {
        return new Actor(scope.actor(), scope.agencyOrNull(), scope.has(Role.CLERK) || scope.has(Role.SUPERVISOR), at);
    }

    /** The service itself, on an event or on a tick of the clock. */
    public static Actor self(String policy, Instant at) {
        return new Actor(policy, null, false, at);
    }

    public LocalDate day() {
        return VietnamTime.dateOf(at);
    }

    public LocalTime time() {
        return LocalTime.ofInstant(at, VietnamTime.ZONE);
    }
}
