package vn.dondoc.documents.agency;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Agencies that gave way to others on a day: one to one, several to one, one to several, or several to several. An
 * agency that goes on, and only takes over what another did, is a successor and not a predecessor.
 *
 * @param from codes of those that end; their last day is the one before {@code on}
 * @param to codes of those that take over
 * @param on first day of the new order
 * @param note the act it rests on, or who takes over what
 */
public record Succession(
        List<String> from,
        List<String> to,
        LocalDate on,
        @Nullable String note) {

    public Succession {
        from = from.stream().distinct().sorted().toList();
        to = to.stream().distinct().sorted().toList();
    }

    /** The same for the same succession told twice, whatever the order of its codes. */
    public String id() {
        String told = String.join("+", from) + ">" + String.join("+", to) + "@" + on;
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Last day of the predecessors. */
    public LocalDate lastDay() {
        return on.minusDays(1);
    }
}
