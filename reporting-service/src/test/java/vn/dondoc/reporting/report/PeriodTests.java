package vn.dondoc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.failure.Failure;

/** Windows of Nghị định 09/2019/NĐ-CP, article 12. */
class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2021-Q1, 2020-12-15, 2021-03-14",
        "2021-Q3, 2021-06-15, 2021-09-14",
        "2021-Q4, 2021-09-15, 2021-12-14",
        "2021-01, 2020-12-15, 2021-01-14",
        "2021-09, 2021-08-15, 2021-09-14",
        "2021-H1, 2020-12-15, 2021-06-14",
        "2021-H2, 2021-06-15, 2021-12-14",
        "2021, 2020-12-15, 2021-12-14"
    })
    void runsFromTheFifteenthToTheFourteenth(String code, LocalDate start, LocalDate end) {
        Period period = Period.parse("period", code);
        assertThat(period.windowStart()).isEqualTo(start);
        assertThat(period.windowEnd()).isEqualTo(end);
        assertThat(Period.openOn(start, period.frequency())).isEqualTo(period);
        assertThat(Period.openOn(end, period.frequency())).isEqualTo(period);
        assertThat(Period.openOn(end.plusDays(1), period.frequency())).isNotEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"2021-Q5", "2021-13", "21-Q1", "quý III", "2021-H3", "''"})
    void refusesAnythingElse(String code) {
        assertThatThrownBy(() -> Period.parse("period", code)).isInstanceOf(Failure.Invalid.class);
    }

    @Test
    void everyDayIsInExactlyOneMonthlyWindow() {
        LocalDate day = LocalDate.of(2020, 1, 1);
        for (int n = 0; n < 800; n++, day = day.plusDays(1)) {
            Period period = Period.openOn(day, Period.Frequency.MONTHLY);
            assertThat(day).isBetween(period.windowStart(), period.windowEnd());
        }
    }
}
