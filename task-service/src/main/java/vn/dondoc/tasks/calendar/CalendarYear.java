package vn.dondoc.tasks.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;

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

    /**
     * Refuses what no year can be, naming each field.
     *
     * @throws Failure.Invalid if a confirmed year names no act, or a day is of another year, or no such day
     */
    public CalendarYear checked() {
        List<Failure.Field> wrong = new ArrayList<>();
        if (state == State.CONFIRMED && (decree == null || decree.isBlank())) {
            wrong.add(new Failure.Field("/decree", "tasks.calendar-decree"));
        }
        for (LocalDate day : off) {
            if (day.getYear() != year) {
                wrong.add(new Failure.Field("/daysOff", "tasks.calendar-other-year", year));
            } else if (isWeekend(day)) {
                wrong.add(new Failure.Field("/daysOff", "tasks.calendar-off-weekend", day));
            }
        }
        for (LocalDate day : worked) {
            if (day.getYear() != year) {
                wrong.add(new Failure.Field("/daysWorked", "tasks.calendar-other-year", year));
            } else if (!isWeekend(day)) {
                wrong.add(new Failure.Field("/daysWorked", "tasks.calendar-worked-weekday", day));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return this;
    }

    public boolean isWorkingDay(LocalDate day) {
        return worked.contains(day) || (!isWeekend(day) && !off.contains(day));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Set<LocalDate> ordered(Set<LocalDate> days) {
        var ordered = new TreeSet<LocalDate>(Comparator.naturalOrder());
        ordered.addAll(days);
        return java.util.Collections.unmodifiableSet(ordered);
    }
}
