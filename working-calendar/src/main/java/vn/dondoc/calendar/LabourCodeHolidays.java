package vn.dondoc.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;

/**
 * The days off of a year nobody has decided yet: Labour Code 2019, article 112, and the rule of article 111 that a day
 * off on a weekly rest day moves to the next working day. 24 November is one from 2026 (Nghị quyết 28/2026/QH16). A year
 * that the lunar calendar does not reach has the days off of the sun alone, so that no date makes an error of it.
 */
final class LabourCodeHolidays {

    private static final int CULTURE_DAY_SINCE = 2026;
    private static final int LUNAR_FROM = 1814;
    private static final int LUNAR_TO = 2643;

    private LabourCodeHolidays() {}

    static CalendarYear year(int year) {
        return new CalendarYear(year, CalendarYear.State.COMPUTED, null, of(year), Set.of());
    }

    private static Set<LocalDate> of(int year) {
        Set<LocalDate> off = new HashSet<>();
        if (year >= LUNAR_FROM && year <= LUNAR_TO) {
            LocalDate tet = iso(VietnameseCalendar.ofTet(year));
            for (int day = -1; day <= 3; day++) {
                add(off, tet.plusDays(day));
            }
            add(off, iso(VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(3), 10)));
        }
        add(off, LocalDate.of(year, 1, 1));
        add(off, LocalDate.of(year, 4, 30));
        add(off, LocalDate.of(year, 5, 1));
        add(off, LocalDate.of(year, 9, 1));
        add(off, LocalDate.of(year, 9, 2));
        if (year >= CULTURE_DAY_SINCE) {
            add(off, LocalDate.of(year, 11, 24));
        }
        return Set.copyOf(off);
    }

    private static void add(Set<LocalDate> off, LocalDate holiday) {
        LocalDate day = holiday;
        while (CalendarYear.isWeekend(day) || off.contains(day)) {
            day = day.plusDays(1);
        }
        off.add(day);
    }

    private static LocalDate iso(VietnameseCalendar lunar) {
        return lunar.transform(PlainDate.axis()).toTemporalAccessor();
    }
}
