package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.util.List;

/**
 * Agencies that gave way to others.
 *
 * @param from codes of those that ended
 * @param to codes of those that took over
 * @param on first day of the successors
 */
public record Succession(String id, List<String> from, List<String> to, LocalDate on) {

    public Succession {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Whether what was one became several: its past cannot be divided among them. */
    public boolean isSplit() {
        return to.size() > 1;
    }
}
