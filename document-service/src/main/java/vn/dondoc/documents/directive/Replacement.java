package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change that a paper makes to a clause of another (sửa đổi, gia hạn, bãi bỏ), as far as it says.
 *
 * @param number of the paper that is changed, canonical
 * @param place the clause by that paper's own numbering, outermost first, such as {@code III.2.b}
 * @param text verbatim: the sentence that changes it
 * @param dayBefore the day that was its limit
 * @param yearInferred whether the paper leaves the year of {@code dayBefore} out
 * @param limit from now on; NONE if it stays
 * @param repealed whether the clause falls away
 * @param lead phrases that name who leads from now on, verbatim; empty if that stays
 */
public record Replacement(
        @Nullable String number,
        @Nullable String place,
        String text,
        @Nullable LocalDate dayBefore,
        boolean yearInferred,
        TimeLimit limit,
        boolean repealed,
        List<String> lead,
        Mark mark) {

    public Replacement {
        lead = List.copyOf(lead);
    }

    /** Whether a day was its limit before, as far as the paper names it. */
    boolean replaces(@Nullable LocalDate day) {
        LocalDate before = dayBefore;
        return before != null
                && day != null
                && (yearInferred
                        ? before.getMonth() == day.getMonth() && before.getDayOfMonth() == day.getDayOfMonth()
                        : Objects.equals(before, day));
    }
}
