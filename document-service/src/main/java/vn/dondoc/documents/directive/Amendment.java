package vn.dondoc.documents.directive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to clauses of a directive in force (sửa đổi, bổ sung).
 *
 * @param by id of the directive that amends; {@code null} if it is not registered
 * @param targets that are others from now on; {@code null} if they all stay
 */
public record Amendment(
        @Nullable String by,
        LocalDate on,
        String reason,
        List<Change> changes,
        @Nullable List<TargetChange> targets) {

    public Amendment {
        changes = List.copyOf(changes);
        targets = targets == null ? null : List.copyOf(targets);
    }

    List<TargetChange> targetsOrNone() {
        return targets == null ? List.of() : targets;
    }

    /**
     * What it sets in place of a target's number.
     *
     * @param number of the target in the order of the reading, from 1
     * @param valueMax upper end of a range; {@code null} for other comparators
     * @param year {@code null} if it stays
     */
    public record TargetChange(
            int number,
            BigDecimal value,
            @Nullable BigDecimal valueMax,
            @Nullable String year) {}

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

        /** Nothing else goes with a repeal, something has to change, and who co-operates changes with who leads. */
        boolean saysOneThing() {
            boolean moves = dueOn != null || lead != null;
            boolean agencies = lead == null ? cooperating == null : !lead.isEmpty();
            return repealed ? !moves && cooperating == null : moves && agencies;
        }
    }
}
