package vn.dondoc.tasks.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.dondoc.aggregate.VietnamTime;

/**
 * Which days are worked. A year that was decided is read from data, because the state decides every year which days Tết
 * takes, which day joins 2/9 and which Saturdays are worked instead; a year without a decision follows the Labour Code
 * 2019, articles 111 and 112, with lunar dates computed. Dates are those of Asia/Ho_Chi_Minh.
 */
public final class WorkingCalendar {

    /** The one zone in which the system reads dates. */
    private final Map<Integer, YearDecision> decided;

    private final Map<Integer, Set<LocalDate>> computed = new ConcurrentHashMap<>();

    public WorkingCalendar(Map<Integer, YearDecision> decided) {
        this.decided = Map.copyOf(decided);
    }

    /**
     * What was decided for one year.
     *
     * @param off days off other than Saturdays and Sundays
     * @param worked Saturdays and Sundays worked in exchange
     */
    public record YearDecision(Set<LocalDate> off, Set<LocalDate> worked) {}

    public boolean isWorkingDay(LocalDate day) {
        YearDecision decision = decided.get(day.getYear());
        Set<LocalDate> off =
                decision == null ? computed.computeIfAbsent(day.getYear(), LabourCodeHolidays::of) : decision.off();
        if (decision != null && decision.worked().contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !off.contains(day);
    }

    /** Whether somebody decided the days off of this year, or they are computed. */
    public boolean isDecided(int year) {
        return decided.containsKey(year);
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

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(VietnamTime.ZONE).toInstant();
    }
}
