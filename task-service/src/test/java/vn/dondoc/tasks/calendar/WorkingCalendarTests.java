package vn.dondoc.tasks.calendar;

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
        assertThat(LabourCodeHolidays.of(2030)).contains(LocalDate.of(2030, 2, 1));
        assertThat(COMPUTED.isWorkingDay(LocalDate.of(2030, 1, 31))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1813, 1814, 2643, 2644, 3000, 9026, 9999})
    void noYearIsAnError(int year) {
        LocalDate newYear = LocalDate.of(year, 1, 1);
        assertThat(LabourCodeHolidays.of(year)).isNotEmpty().hasSizeGreaterThanOrEqualTo(5);
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
                new WorkingCalendar.YearDecision(Set.of(LocalDate.of(2025, 5, 2)), Set.of(LocalDate.of(2025, 4, 26)))));
        assertThat(decided.isWorkingDay(LocalDate.of(2025, 5, 2))).isFalse();
        assertThat(decided.isWorkingDay(LocalDate.of(2025, 4, 26))).isTrue();
        assertThat(decided.isDecided(2025)).isTrue();
        assertThat(decided.isDecided(2026)).isFalse();
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
