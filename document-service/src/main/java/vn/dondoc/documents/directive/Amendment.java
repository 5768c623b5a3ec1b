package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to clauses of a directive in force (sửa đổi, bổ sung).
 *
 * @param by id of the directive that amends; {@code null} if it is not registered
 */
public record Amendment(@Nullable String by, LocalDate on, String reason, List<Change> changes) {

    public Amendment {
        changes = List.copyOf(changes);
    }

    /**
     * What it does to one clause.
     *
     * @param dueOn new last day in time; {@code null} if the clause is repealed
     */
    public record Change(String path, @Nullable LocalDate dueOn, boolean repealed) {}
}
