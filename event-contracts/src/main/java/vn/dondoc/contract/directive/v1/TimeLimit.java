package vn.dondoc.contract.directive.v1;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Meaning;

@Meaning("When a duty is due, as far as the directive says.")
public record TimeLimit(
        Kind kind,
        @Meaning("verbatim") @Nullable String phrase,
        @Meaning("the day named in the phrase") @Nullable LocalDate date,

        @Meaning("false for \"trước ngày D\", which excludes D")
        boolean inclusive,

        @Meaning("hour of that day at which it ends, such as 17:00") @Nullable
        String time,

        @Meaning("how the day is counted, if it is") @Nullable
        Counted counted,

        @Meaning("DAILY, WEEKLY, MONTHLY, QUARTERLY, SEMIANNUAL or ANNUAL") @Nullable
        String frequency,

        @Meaning("the day on which a recurring duty is due, if one is named") @Nullable
        Recurrence recurrence,

        @Meaning("one instance, such as 2021-Q3") @Nullable String period,

        @Meaning("the report that this one is a part of, verbatim") @Nullable
        String embeddedIn) {

    @Meaning("A limit that is counted from something.")
    public record Counted(
            @Meaning("how many; negative counts back") int amount,
            @Meaning("HOUR, DAY or WORKING_DAY") String unit,

            @Meaning("ISSUE_DATE, RECEIPT, EVENT or OTHER_DEADLINE")
            String from) {}

    @Meaning("The day on which a duty comes round.")
    public record Recurrence(
            @Meaning("of the month") @Nullable Integer day,
            @Meaning("of the year") @Nullable Integer month,

            @Meaning("of the quarter or half-year, from 1") @Nullable
            Integer monthOfPeriod,

            @Meaning("1 for a day of the period that follows") @Nullable
            Integer periodOffset,

            @Meaning("1 is Monday") @Nullable Integer weekday,

            @Meaning("of the month, from 1; -1 is the last") @Nullable
            Integer weekOfMonth,

            @Meaning("days of the year, such as 06-10") List<String> days,

            @Meaning("whether the day itself is still in time")
            boolean inclusive) {

        public Recurrence {
            days = List.copyOf(days);
        }
    }

    /** The classes of time limit; only DATE can fall overdue. */
    public enum Kind {
        DATE,
        RECURRING,
        CONTINUOUS,
        ROADMAP,
        NONE
    }
}
