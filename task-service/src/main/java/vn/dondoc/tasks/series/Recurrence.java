package vn.dondoc.tasks.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.calendar.WorkingCalendar;

/**
 * How a duty comes round. Without a day it is due on the last day of its period; of a week on Friday, and daily on each
 * working day.
 *
 * @param day of the month; the last one of a month that is shorter
 * @param month of the year, for a yearly duty
 * @param monthOfPeriod of the quarter or half-year, from 1
 * @param periodOffset 1 if the day is in the period that follows
 * @param weekday 1 is Monday
 * @param weekOfMonth from 1; -1 is the last
 * @param days of the year, for a duty that has certain ones
 * @param inclusive whether the day itself is still in time
 */
public record Recurrence(
        Frequency frequency,
        @Nullable Integer day,
        @Nullable Integer month,
        @Nullable Integer monthOfPeriod,
        @Nullable Integer periodOffset,
        @Nullable Integer weekday,
        @Nullable Integer weekOfMonth,
        List<MonthDay> days,
        boolean inclusive) {

    public Recurrence {
        days = days.stream().sorted().toList();
    }

    /** How often. */
    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        SEMIANNUAL,
        ANNUAL
    }

    public static Recurrence every(Frequency frequency) {
        return new Recurrence(frequency, null, null, null, null, null, null, List.of(), true);
    }

    /**
     * One time that it is due.
     *
     * @param period name, such as {@code 2026-03}, {@code 2026-Q1}, {@code 2026-W12}
     * @param opensOn day on which it is given
     * @param next some day of the period that follows
     */
    public record Occurrence(String period, LocalDate opensOn, LocalDate dueOn, LocalDate next) {

        /** The same, given on {@code day} if not earlier. */
        public Occurrence givenBy(LocalDate day) {
            return opensOn.isAfter(day) ? new Occurrence(period, day, dueOn, next) : this;
        }
    }

    /** The first that is still in time on {@code day}. */
    public Occurrence firstDueFrom(LocalDate day, WorkingCalendar calendar) {
        Occurrence at = of(day.minusMonths(monthsOfPeriod() * offset()), calendar);
        while (at.dueOn().isBefore(day)) {
            at = of(at.next(), calendar);
        }
        return at;
    }

    /** The one of the period in which {@code day} lies. */
    public Occurrence of(LocalDate day, WorkingCalendar calendar) {
        if (!days.isEmpty()) {
            return onCertainDays(day, calendar);
        }
        return switch (frequency) {
            case DAILY -> {
                LocalDate working = calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, 1);
                yield occurrence(
                        working.toString(), working, working, calendar.plusWorkingDays(working, 1), 1, calendar);
            }
            case WEEKLY -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                int due = weekday == null ? DayOfWeek.FRIDAY.getValue() : weekday;
                String name = "%d-W%02d"
                        .formatted(
                                monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                yield occurrence(
                        name, monday, monday.plusDays(due - 1L + 7L * offset()), monday.plusWeeks(1), 4, calendar);
            }
            case MONTHLY, QUARTERLY, SEMIANNUAL, ANNUAL -> ofMonths(day, calendar);
        };
    }

    private Occurrence ofMonths(LocalDate day, WorkingCalendar calendar) {
        int length = monthsOfPeriod();
        int index = (day.getMonthValue() - 1) / length;
        YearMonth first = YearMonth.of(day.getYear(), index * length + 1);
        YearMonth dueMonth = first.plusMonths((long) offset() * length + monthInPeriod(length) - 1);
        String name = switch (frequency) {
            case QUARTERLY -> day.getYear() + "-Q" + (index + 1);
            case SEMIANNUAL -> day.getYear() + "-H" + (index + 1);
            case ANNUAL -> String.valueOf(day.getYear());
            default -> first.toString();
        };
        return occurrence(
                name, first.atDay(1), dayIn(dueMonth), first.plusMonths(length).atDay(1), 7, calendar);
    }

    private int monthInPeriod(int length) {
        if (frequency == Frequency.ANNUAL && month != null) {
            return month;
        }
        return monthOfPeriod == null ? length : Math.min(monthOfPeriod, length);
    }

    private LocalDate dayIn(YearMonth dueMonth) {
        if (weekday != null) {
            int week = weekOfMonth == null ? 1 : weekOfMonth;
            return dueMonth.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week, DayOfWeek.of(weekday)));
        }
        return day == null ? dueMonth.atEndOfMonth() : dueMonth.atDay(Math.min(day, dueMonth.lengthOfMonth()));
    }

    /** A period ends with each of the days. */
    private Occurrence onCertainDays(LocalDate day, WorkingCalendar calendar) {
        LocalDate due = days.stream()
                .map(it -> it.atYear(day.getYear()))
                .filter(it -> !it.isBefore(day))
                .findFirst()
                .orElseGet(() -> days.getFirst().atYear(day.getYear() + 1));
        LocalDate before = days.reversed().stream()
                .map(it -> it.atYear(due.getYear()))
                .filter(it -> it.isBefore(due))
                .findFirst()
                .orElseGet(() -> days.getLast().atYear(due.getYear() - 1));
        return occurrence(due.toString(), before.plusDays(1), due, due.plusDays(1), 7, calendar);
    }

    /** It is given when its period begins, and no later than {@code lead} working days before it is due. */
    private Occurrence occurrence(
            String name, LocalDate from, LocalDate named, LocalDate next, int lead, WorkingCalendar calendar) {
        LocalDate due = inclusive ? named : named.minusDays(1);
        LocalDate ahead = calendar.plusWorkingDays(due, -lead);
        return new Occurrence(name, ahead.isBefore(from) ? ahead : from, due, next);
    }

    private int offset() {
        return periodOffset == null ? 0 : periodOffset;
    }

    private int monthsOfPeriod() {
        return switch (frequency) {
            case DAILY, WEEKLY, MONTHLY -> 1;
            case QUARTERLY -> 3;
            case SEMIANNUAL -> 6;
            case ANNUAL -> 12;
        };
    }
}
