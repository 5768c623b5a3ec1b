package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTests {

    private static final WorkingCalendar COMPUTED = new WorkingCalendar(Map.of());

    @ParameterizedTest
    @CsvSource({
        "2021-02-12", "2022-02-01", "2023-01-23", "2024-02-12", "2025-01-29", "2026-02-17", "2027-02-08", "2028-01-26",
        "2029-02-13", "2030-02-04", "2031-01-23", "2032-02-11", "2021-04-21", "2024-04-18", "2025-04-07", "2026-04-27",
        "2021-09-02", "2026-11-24", "2027-01-01", "2024-04-30", "2024-05-01"
    })
    void restsOnHolidaysOfTheLabourCode(LocalDate day) {
        assertThat(COMPUTED.isWorkingDay(day)).isFalse();
    }

    @Test
    void tetOf2030IsTheVietnameseOneNotTheChinese() {
        assertThat(LabourCodeHolidays.year(2030).off()).contains(LocalDate.of(2030, 2, 1));
        assertThat(COMPUTED.isWorkingDay(LocalDate.of(2030, 1, 31))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1813, 1814, 2643, 2644, 3000, 9026, 9999})
    void noYearIsAnError(int year) {
        LocalDate newYear = LocalDate.of(year, 1, 1);
        assertThat(LabourCodeHolidays.year(year).off()).isNotEmpty().hasSizeGreaterThanOrEqualTo(5);
        assertThat(COMPUTED.plusWorkingDays(newYear, 250)).isAfter(newYear.plusDays(340));
    }

    @Test
    void cultureDayIsWorkedBefore2026() {
        assertThat(COMPUTED.isWorkingDay(LocalDate.of(2025, 11, 24))).isTrue();
    }

    @Test
    void aDecisionForTheYearBeatsTheRule() {
        var decided = new WorkingCalendar(Map.of(
                2025,
                new CalendarYear(
                        2025,
                        CalendarYear.State.CONFIRMED,
                        "6150/TB-BLĐTBXH",
                        Set.of(LocalDate.of(2025, 5, 2)),
                        Set.of(LocalDate.of(2025, 4, 26)))));
        assertThat(decided.isWorkingDay(LocalDate.of(2025, 5, 2))).isFalse();
        assertThat(decided.isWorkingDay(LocalDate.of(2025, 4, 26))).isTrue();
        assertThat(decided.unconfirmed(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1)))
                .containsExactly(2026, 2027);
    }

    /** Mùng 1 Tết and Giỗ Tổ, with the day on which the latter is taken; lunar dates at UTC+7. */
    @ParameterizedTest
    @CsvSource({
        "2020-01-25, 2020-04-02", "2021-02-12, 2021-04-21", "2022-02-01, 2022-04-11", "2023-01-22, 2023-05-01",
        "2024-02-10, 2024-04-18", "2025-01-29, 2025-04-07", "2026-02-17, 2026-04-27", "2027-02-06, 2027-04-16",
        "2028-01-26, 2028-04-04", "2029-02-13, 2029-04-23", "2030-02-02, 2030-04-12", "2031-01-23, 2031-04-01",
        "2032-02-11, 2032-04-19", "2033-01-31, 2033-04-11", "2034-02-19, 2034-04-28", "2035-02-08, 2035-04-17"
    })
    void theGoldenTableOf2020To2035(LocalDate tet, LocalDate commemoration) {
        Set<LocalDate> off = LabourCodeHolidays.year(tet.getYear()).off();
        assertThat(off).contains(commemoration);
        assertThat(COMPUTED.isWorkingDay(tet)).isFalse();
        LocalDate eve = tet.minusDays(1);
        assertThat(COMPUTED.isWorkingDay(eve))
                .as("the last day of the old year")
                .isFalse();
        assertThat(off.stream().filter(it -> !it.isBefore(eve) && it.isBefore(tet.plusDays(9))))
                .as("five days of Tết, those on a weekend made up for")
                .hasSize(5);
    }

    @Test
    void countsOverNationalDayAndWeekends() {
        LocalDate due = LocalDate.of(2021, 9, 14);
        assertThat(COMPUTED.plusWorkingDays(due, -7)).isEqualTo(LocalDate.of(2021, 9, 3));
        assertThat(COMPUTED.plusWorkingDays(due, 3)).isEqualTo(LocalDate.of(2021, 9, 17));
        assertThat(COMPUTED.workingDaysBetween(due, LocalDate.of(2021, 9, 20))).isEqualTo(4);
        assertThat(COMPUTED.plusWorkingDays(due, 0)).isEqualTo(due);
    }
}
