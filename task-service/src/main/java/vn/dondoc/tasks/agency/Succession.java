package vn.dondoc.tasks.agency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Agencies that give way to others. Each successor takes over everything; what does not concern one of them, the assigner
 * takes back.
 *
 * @param province of those that end
 * @param on first day of the successors
 * @param note the act that it rests on
 */
public record Succession(
        String id,
        String province,
        List<String> from,
        List<String> to,
        LocalDate on,
        @Nullable String note) {

    public Succession {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
