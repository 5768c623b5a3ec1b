package vn.dondoc.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.VietnamTime;

/**
 * Who writes or decides, and when.
 *
 * @param name user id
 * @param agency for whom; {@code null} for the province
 */
public record Author(String name, @Nullable String agency, Instant at) {

    public static Author of(AccessScope scope, Instant at) {
        return new Author(scope.actor(), scope.agencyOrNull(), at);
    }

    /** Somebody who puts in what an agency handed in on paper. */
    public Author onBehalfOf(String other) {
        return new Author(name, other, at);
    }

    LocalDate day() {
        return VietnamTime.dateOf(at);
    }
}
