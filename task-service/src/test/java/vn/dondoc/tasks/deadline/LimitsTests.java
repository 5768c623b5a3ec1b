package vn.dondoc.tasks.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.tasks.Fixtures;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.TimeLimitClass;

class LimitsTests {

    private final Limits limits = new Limits(Fixtures.calendars());

    @ParameterizedTest
    @CsvSource({
        "15, WORKING_DAY, ISSUE_DATE, 2026-08-03, 2026-08-24",
        "5, WORKING_DAY, ISSUE_DATE, 2026-04-24, 2026-05-06",
        "10, WORKING_DAY, RECEIPT, 2026-02-12, 2026-03-05",
        "3, WORKING_DAY, RECEIPT, 2026-08-31, 2026-09-07",
        "30, DAY, ISSUE_DATE, 2026-08-03, 2026-09-02",
        "60, DAY, EVENT, 2026-01-15, 2026-03-16",
        "-5, WORKING_DAY, OTHER_DEADLINE, 2026-12-15, 2026-12-08",
        "-10, DAY, OTHER_DEADLINE, 2026-12-15, 2026-12-05"
    })
    void countsFromADayWithoutCountingIt(
            int amount, Limit.Counted.Unit unit, Limit.Counted.From from, LocalDate since, LocalDate dueOn) {
        Limit limit = limits.counted("VN-23", new Limit.Counted(amount, unit, from, since), null, "phrase");
        assertThat(limit.dueOn()).isEqualTo(dueOn);
        assertThat(limit.dueAt()).isNull();
        assertThat(limit.phrase()).isEqualTo("phrase");
    }

    @ParameterizedTest
    @CsvSource({
        "24, 2026-08-03T02:30:00Z, 2026-08-04, 09:30",
        "4, 2026-08-03T09:59:59Z, 2026-08-03, 20:59",
        "48, , 2026-08-06, 00:00",
        "-4, 2026-08-03T09:00:00Z, 2026-08-03, 12:00",
        "-4, , 2026-08-02, 20:00"
    })
    void hoursCountFromTheMomentAndFromTheEndOfADayWhoseHourNobodyKnows(
            int amount, @Nullable Instant moment, LocalDate dueOn, LocalTime dueAt) {
        var counted = new Limit.Counted(
                amount, Limit.Counted.Unit.HOUR, Limit.Counted.From.RECEIPT, LocalDate.of(2026, 8, 3));
        Limit limit = limits.counted("VN-23", counted, moment, null);
        assertThat(limit.dueOn()).isEqualTo(dueOn);
        assertThat(limit.dueAt()).isEqualTo(dueAt);
    }

    @Test
    void whatHasNotHappenedIsAwaited() {
        var counted = new Limit.Counted(15, Limit.Counted.Unit.WORKING_DAY, Limit.Counted.From.EVENT, null);
        Limit limit = limits.counted("VN-23", counted, null, "phrase");
        assertThat(limit.timeLimit()).isEqualTo(TimeLimitClass.AWAITED);
        assertThat(limit.dueOn()).isNull();
    }

    @Test
    void saysOnWhichUnconfirmedYearsADayRests() {
        var counted = new Limit.Counted(
                10, Limit.Counted.Unit.WORKING_DAY, Limit.Counted.From.ISSUE_DATE, LocalDate.of(2026, 12, 28));
        Limit limit = limits.counted("VN-23", counted, null, null);
        assertThat(limits.unconfirmed("VN-23", limit)).containsExactly(2026, 2027);
    }
}
