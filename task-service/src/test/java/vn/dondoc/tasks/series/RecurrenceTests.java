package vn.dondoc.tasks.series;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.tasks.series.Recurrence.Frequency.ANNUAL;
import static vn.dondoc.tasks.series.Recurrence.Frequency.DAILY;
import static vn.dondoc.tasks.series.Recurrence.Frequency.MONTHLY;
import static vn.dondoc.tasks.series.Recurrence.Frequency.QUARTERLY;
import static vn.dondoc.tasks.series.Recurrence.Frequency.SEMIANNUAL;
import static vn.dondoc.tasks.series.Recurrence.Frequency.WEEKLY;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.calendar.WorkingCalendar;

class RecurrenceTests {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(Map.of());

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("hằng tháng", Recurrence.every(MONTHLY), "2026-03-20", "2026-03 31/3, 2026-04 30/4, 2026-05 31/5"),
                rule("trước ngày 15 hằng tháng", monthly(15, null, false), "2026-03-15", "2026-04 14/4, 2026-05 14/5"),
                rule("ngày 31 hằng tháng", monthly(31, null, true), "2026-02-01", "2026-02 28/2, 2026-03 31/3"),
                rule("ngày 05 của tháng sau", monthly(5, 1, true), "2026-03-20", "2026-03 5/4, 2026-04 5/5"),
                rule(
                        "ngày 05 của tháng sau, hỏi ngày 3",
                        monthly(5, 1, true),
                        "2026-03-03",
                        "2026-02 5/3, 2026-03 5/4"),
                rule("hằng quý", Recurrence.every(QUARTERLY), "2026-02-01", "2026-Q1 31/3, 2026-Q2 30/6"),
                rule("ngày 15 tháng cuối quý", ofPeriod(QUARTERLY, 15, 3), "2026-03-16", "2026-Q2 15/6, 2026-Q3 15/9"),
                rule("ngày 10 tháng đầu quý", ofPeriod(QUARTERLY, 10, 1), "2026-01-05", "2026-Q1 10/1, 2026-Q2 10/4"),
                rule("sáu tháng", Recurrence.every(SEMIANNUAL), "2026-01-01", "2026-H1 30/6, 2026-H2 31/12"),
                rule("hằng năm", Recurrence.every(ANNUAL), "2026-05-01", "2026 31/12, 2027 31/12"),
                rule("10/12 hằng năm", yearly(10, 12), "2026-12-11", "2027 10/12, 2028 10/12"),
                rule("thứ Sáu hằng tuần", Recurrence.every(WEEKLY), "2026-03-05", "2026-W10 6/3, 2026-W11 13/3"),
                rule("thứ Hai hằng tuần", weekly(1), "2026-03-05", "2026-W11 9/3, 2026-W12 16/3"),
                rule("thứ Ba tuần đầu của tháng", nthWeekday(2, 1), "2026-03-04", "2026-04 7/4, 2026-05 5/5"),
                rule("thứ Sáu cuối tháng", nthWeekday(5, -1), "2026-03-04", "2026-03 27/3, 2026-04 24/4"),
                rule(
                        "ngày 10/6 và 10/12",
                        certainDays("06-10", "12-10"),
                        "2026-06-11",
                        "2026-12-10 10/12, 2027-06-10 10/6"),
                rule(
                        "hằng ngày",
                        Recurrence.every(DAILY),
                        "2026-04-25",
                        "2026-04-28 28/4, 2026-04-29 29/4, 2026-05-04 4/5"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void comesRound(String words, Recurrence rule, LocalDate from, String expected) {
        StringBuilder seen = new StringBuilder();
        Recurrence.Occurrence at = rule.firstDueFrom(from, CALENDAR);
        for (int i = 0; i < expected.split(", ").length; i++) {
            seen.append(seen.isEmpty() ? "" : ", ")
                    .append(at.period())
                    .append(' ')
                    .append(at.dueOn().getDayOfMonth())
                    .append('/')
                    .append(at.dueOn().getMonthValue());
            assertThat(at.opensOn()).isBeforeOrEqualTo(at.dueOn());
            at = rule.of(at.next(), CALENDAR);
        }
        assertThat(seen.toString()).as(words).isEqualTo(expected);
    }

    @Test
    void noPeriodIsLeftOutAndNoneComesTwiceInTenYears() {
        for (Recurrence.Frequency every : Recurrence.Frequency.values()) {
            Recurrence rule = Recurrence.every(every);
            Recurrence.Occurrence at = rule.firstDueFrom(LocalDate.of(2026, 1, 1), CALENDAR);
            while (at.dueOn().getYear() < 2036) {
                Recurrence.Occurrence next = rule.of(at.next(), CALENDAR);
                assertThat(next.dueOn()).as(every + " after " + at).isAfter(at.dueOn());
                assertThat(next.period()).isNotEqualTo(at.period());
                assertThat(at.next()).isAfter(at.opensOn());
                at = next;
            }
        }
    }

    private static Arguments rule(String words, Recurrence rule, String from, String expected) {
        return Arguments.of(words, rule, LocalDate.parse(from), expected);
    }

    private static Recurrence monthly(int day, @Nullable Integer periodOffset, boolean inclusive) {
        return new Recurrence(MONTHLY, day, null, null, periodOffset, null, null, List.of(), inclusive);
    }

    private static Recurrence ofPeriod(Recurrence.Frequency every, int day, int monthOfPeriod) {
        return new Recurrence(every, day, null, monthOfPeriod, null, null, null, List.of(), true);
    }

    private static Recurrence yearly(int day, int month) {
        return new Recurrence(ANNUAL, day, month, null, null, null, null, List.of(), true);
    }

    private static Recurrence weekly(int weekday) {
        return new Recurrence(WEEKLY, null, null, null, null, weekday, null, List.of(), true);
    }

    private static Recurrence nthWeekday(int weekday, int weekOfMonth) {
        return new Recurrence(MONTHLY, null, null, null, null, weekday, weekOfMonth, List.of(), true);
    }

    private static Recurrence certainDays(String... days) {
        return new Recurrence(
                ANNUAL,
                null,
                null,
                null,
                null,
                null,
                null,
                Stream.of(days).map(it -> MonthDay.parse("--" + it)).toList(),
                true);
    }
}
