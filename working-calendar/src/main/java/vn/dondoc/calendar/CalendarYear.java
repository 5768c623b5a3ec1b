package vn.dondoc.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The working days of one year.
 *
 * @param state how sure it is
 * @param decree what it rests on, such as the notice of the ministry
 * @param off days off other than Saturdays and Sundays
 * @param worked Saturdays and Sundays worked in exchange
 */
public record CalendarYear(int year, State state, @Nullable String decree, Set<LocalDate> off, Set<LocalDate> worked) {

    public CalendarYear {
        off = ordered(off);
        worked = ordered(worked);
    }

    /** How sure a year is. */
    public enum State {
        /** By the rule of the Labour Code; nobody has said anything. */
        COMPUTED,
        /** Known, but not from the act itself. */
        PROPOSED,
        /** Taken from the act. */
        CONFIRMED
    }

    public boolean isWorkingDay(LocalDate day) {
        return worked.contains(day) || (!isWeekend(day) && !off.contains(day));
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Set<LocalDate> ordered(Set<LocalDate> days) {
        var ordered = new TreeSet<LocalDate>(Comparator.naturalOrder());
        ordered.addAll(days);
        return java.util.Collections.unmodifiableSet(ordered);
    }
}
