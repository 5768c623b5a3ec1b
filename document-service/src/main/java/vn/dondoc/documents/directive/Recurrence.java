package vn.dondoc.documents.directive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit that comes round, such as "trước ngày 15 hằng tháng".
 *
 * @param freq DAILY WEEKLY MONTHLY QUARTERLY SEMIANNUAL ANNUAL
 * @param day of the month
 * @param month of the year, for a yearly limit
 * @param monthOfPeriod 3 for "tháng cuối quý", 1 for "tháng đầu quý"
 * @param times within one period, for "mỗi năm hai lần"
 * @param periodOffset 1 for a day of the period that follows: "ngày 05 của tháng sau"
 * @param weekday 1 is Monday
 * @param weekOfMonth from 1; -1 is the last
 * @param days of the year, such as {@code 06-10}, where there are several
 * @param inclusive whether the day itself is still in time
 */
public record Recurrence(
        String freq,
        @Nullable Integer day,
        @Nullable Integer month,
        @Nullable Integer monthOfPeriod,
        @Nullable Integer times,
        @Nullable Integer periodOffset,
        @Nullable Integer weekday,
        @Nullable Integer weekOfMonth,
        @Nullable List<String> days,
        boolean inclusive) {

    public Recurrence {
        days = days == null ? null : List.copyOf(days);
    }

    /** On a day of a month, or on none. */
    public Recurrence(
            String freq,
            @Nullable Integer day,
            @Nullable Integer month,
            @Nullable Integer monthOfPeriod,
            @Nullable Integer times,
            boolean inclusive) {
        this(freq, day, month, monthOfPeriod, times, null, null, null, null, inclusive);
    }

    /** The same, in the period that follows. */
    public Recurrence inFollowingPeriod() {
        return new Recurrence(freq, day, month, monthOfPeriod, times, 1, weekday, weekOfMonth, days, inclusive);
    }

    /** @param which 1 is Monday; {@code null} for none in particular */
    public Recurrence onWeekday(@Nullable Integer which) {
        return new Recurrence(
                freq, day, month, monthOfPeriod, times, periodOffset, which, weekOfMonth, days, inclusive);
    }

    /** @param which from 1; -1 is the last; {@code null} for none in particular */
    public Recurrence inWeek(@Nullable Integer which) {
        return new Recurrence(freq, day, month, monthOfPeriod, times, periodOffset, weekday, which, days, inclusive);
    }

    /** @param ofTheYear such as {@code 06-10}; {@code null} for none in particular */
    public Recurrence onDays(@Nullable List<String> ofTheYear) {
        return new Recurrence(
                freq, day, month, monthOfPeriod, times, periodOffset, weekday, weekOfMonth, ofTheYear, inclusive);
    }
}
