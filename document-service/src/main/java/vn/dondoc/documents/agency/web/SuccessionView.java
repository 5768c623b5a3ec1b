package vn.dondoc.documents.agency.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.agency.Succession;

/**
 * As it is shown: agencies that gave way to others on a day: one to one, several to one, one to several, or several to several. An
 * agency that goes on, and only takes over what another did, is a successor and not a predecessor.
 *
 * @param from codes of those that end; their last day is the one before {@code on}
 * @param to codes of those that take over
 * @param on first day of the new order
 * @param note the act it rests on, or who takes over what
 */
record SuccessionView(
        List<String> from,
        List<String> to,
        LocalDate on,
        @Nullable String note) {

    static SuccessionView of(Succession it) {
        return new SuccessionView(it.from(), it.to(), it.on(), it.note());
    }
}
