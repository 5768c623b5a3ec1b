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
     * @param dueOn new last day in time; {@code null} if it stays, or the clause is repealed
     * @param lead codes of the agencies that lead from now on; {@code null} if they stay
     * @param cooperating codes of those that co-operate from now on
     */
    public record Change(
            String path,
            @Nullable LocalDate dueOn,
            boolean repealed,
            @Nullable List<String> lead,
            @Nullable List<String> cooperating) {

        public Change {
            lead = lead == null ? null : List.copyOf(lead);
            cooperating = cooperating == null ? null : List.copyOf(cooperating);
        }

        /** Nothing else goes with a repeal, and something has to change. */
        boolean saysOneThing() {
            boolean moves = dueOn != null || lead != null;
            return repealed ? !moves && cooperating == null : moves && (lead == null || !lead.isEmpty());
        }
    }
}
