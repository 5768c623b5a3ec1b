package vn.dondoc.tasks.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directive and what it rests on.
 *
 * @param number {@code null} while the paper has none
 * @param carriesOut documents that it names as its basis or that it reviews
 */
public record Paper(
        String directiveId,
        String province,
        @Nullable String number,
        @Nullable LocalDate issueDate,
        List<Named> carriesOut) {

    public Paper {
        carriesOut = List.copyOf(carriesOut);
    }

    /** A document as another names it: numbers begin anew each year, so the date belongs to the name where it is known. */
    public record Named(String number, @Nullable LocalDate date) {}

    /** Whether this one names {@code other} as what it carries out. */
    public boolean carriesOut(Paper other) {
        return carriesOut.stream()
                .anyMatch(it -> it.number().equals(other.number())
                        && (it.date() == null
                                || other.issueDate() == null
                                || it.date().equals(other.issueDate())));
    }
}
