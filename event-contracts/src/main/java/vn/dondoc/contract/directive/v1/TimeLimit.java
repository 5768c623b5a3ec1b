package vn.dondoc.contract.directive.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Meaning;

@Meaning("When a duty is due, as far as the directive says.")
public record TimeLimit(
        Kind kind,
        @Meaning("verbatim") @Nullable String phrase,
        @Meaning("the day named in the phrase") @Nullable LocalDate date,

        @Meaning("false for \"trước ngày D\", which excludes D")
        boolean inclusive,

        @Meaning("DAILY, WEEKLY, MONTHLY, QUARTERLY, SEMIANNUAL or ANNUAL") @Nullable
        String frequency,

        @Meaning("one instance, such as 2021-Q3") @Nullable String period,

        @Meaning("the report that this one is a part of, verbatim") @Nullable
        String embeddedIn) {

    /** The classes of time limit; only DATE can fall overdue. */
    public enum Kind {
        DATE,
        RECURRING,
        CONTINUOUS,
        ROADMAP,
        NONE
    }
}
