package vn.dondoc.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import vn.dondoc.aggregate.VietnamTime;

/**
 * Which days are worked. A year that was decided is read from data, because the state decides every year which days Tết
 * takes, which day joins 2/9 and which Saturdays are worked instead; a year without a decision follows the Labour Code
 * 2019, articles 111 and 112, with lunar dates computed. Dates are those of Asia/Ho_Chi_Minh.
 */
public final class WorkingCalendar {

    private final Map<Integer, CalendarYear> decided;
    private final Map<Integer, CalendarYear> computed = new ConcurrentHashMap<>();

    public WorkingCalendar(Map<Integer, CalendarYear> decided) {
        this.decided = Map.copyOf(decided);
    }

    public boolean isWorkingDay(LocalDate day) {
        return year(day.getYear()).isWorkingDay(day);
    }

    public CalendarYear year(int year) {
        CalendarYear known = decided.get(year);
        return known == null ? computed.computeIfAbsent(year, LabourCodeHolidays::year) : known;
    }

    /** Years between two days, both counted, that nobody has confirmed: what is counted over them may still move. */
    public SortedSet<Integer> unconfirmed(LocalDate from, LocalDate to) {
        SortedSet<Integer> years = new TreeSet<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (year(year).state() != CalendarYear.State.CONFIRMED) {
                years.add(year);
            }
        }
        return years;
    }

    /** The working day {@code count} working days after {@code day}, or before it if negative; 0 gives {@code day}. */
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        LocalDate at = day;
        int step = Integer.signum(count);
        for (int left = Math.abs(count); left > 0; ) {
            at = at.plusDays(step);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    /** Working days after {@code from} up to and including {@code to}; 0 if {@code to} is not after {@code from}. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /** The first hour {@code time} of a working day after {@code moment}. */
    public Instant nextWorkingDayAt(LocalTime time, Instant moment) {
        LocalDate day = VietnamTime.dateOf(moment);
        Instant at = at(day, time);
        while (!at.isAfter(moment) || !isWorkingDay(day)) {
            day = day.plusDays(1);
            at = at(day, time);
        }
        return at;
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(VietnamTime.ZONE).toInstant();
    }
}
