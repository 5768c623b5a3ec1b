package vn.dondoc.tasks.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.failure.Failure;

/** What a province can decide of a year. */
public final class DecidedYears {

    private DecidedYears() {}

    /**
     * Refuses what no year can be, naming each field.
     *
     * @throws Failure.Invalid if a confirmed year names no act, or a day is of another year, or no such day
     */
    public static CalendarYear checked(CalendarYear decided) {
        int year = decided.year();
        List<Failure.Field> wrong = new ArrayList<>();
        if (decided.state() == CalendarYear.State.CONFIRMED
                && (decided.decree() == null || decided.decree().isBlank())) {
            wrong.add(new Failure.Field("/decree", "tasks.calendar-decree"));
        }
        for (LocalDate day : decided.off()) {
            if (day.getYear() != year) {
                wrong.add(new Failure.Field("/daysOff", "tasks.calendar-other-year", year));
            } else if (CalendarYear.isWeekend(day)) {
                wrong.add(new Failure.Field("/daysOff", "tasks.calendar-off-weekend", day));
            }
        }
        for (LocalDate day : decided.worked()) {
            if (day.getYear() != year) {
                wrong.add(new Failure.Field("/daysWorked", "tasks.calendar-other-year", year));
            } else if (!CalendarYear.isWeekend(day)) {
                wrong.add(new Failure.Field("/daysWorked", "tasks.calendar-worked-weekday", day));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return decided;
    }
}
