package vn.dondoc.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.notifications.SampleFacts;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;

class PreferencesTests {

    /** Monday the 27th of April 2026 is off, Saturday the 25th is worked for it. */
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(Map.of(
            2026,
            new CalendarYear(
                    2026,
                    CalendarYear.State.CONFIRMED,
                    "x",
                    Set.of(LocalDate.of(2026, 4, 27)),
                    Set.of(LocalDate.of(2026, 4, 25)))));

    private static final Facts FACTS = SampleFacts.of("rà soát", 3);

    private static Preferences with(Preferences.@Nullable Quiet quiet, Preferences.@Nullable Mode mode) {
        Map<Preferences.Way, Preferences.Mode> modes =
                mode == null ? Map.of() : Map.of(new Preferences.Way(Notice.Kind.TASK_RESCHEDULED, "MAIL"), mode);
        return new Preferences(modes, quiet, null, null, null, List.of()).over(Preferences.BUILT_IN);
    }

    private static Instant at(String local) {
        return ZonedDateTime.parse(local + ":00+07:00").toInstant();
    }

    private static String when(Preferences preferences, String now) {
        return preferences
                .when(Notice.Kind.TASK_RESCHEDULED, FACTS, "MAIL", false, at(now), CALENDAR)
                .map(it -> it.atZone(VietnamTime.ZONE).toLocalDateTime().toString())
                .orElse("never");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-23T12:00, 2026-04-23T12:00",
        "2026-04-23T18:00, 2026-04-24T07:00",
        "2026-04-24T03:00, 2026-04-24T07:00",
        "2026-04-24T07:00, 2026-04-24T07:00",
        // Friday night: Saturday is worked
        "2026-04-24T23:00, 2026-04-25T07:00",
        // Saturday night: Sunday and the Monday off are quiet
        "2026-04-25T19:00, 2026-04-28T07:00",
        "2026-04-26T12:00, 2026-04-28T07:00"
    })
    void whatFallsIntoQuietHoursComesAfterThem(String now, String then) {
        var quiet = new Preferences.Quiet(LocalTime.of(18, 0), LocalTime.of(7, 0), true);
        assertThat(when(with(quiet, null), now)).isEqualTo(then);
    }

    @Test
    void quietHoursInTheMiddleOfTheDayEndThatDay() {
        var quiet = new Preferences.Quiet(LocalTime.of(11, 30), LocalTime.of(13, 30), false);
        assertThat(when(with(quiet, null), "2026-04-26T12:00")).isEqualTo("2026-04-26T13:30");
        assertThat(when(with(quiet, null), "2026-04-26T14:00")).isEqualTo("2026-04-26T14:00");
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-04-23T07:00, 2026-04-23T07:30",
        "DAILY, 2026-04-23T08:00, 2026-04-24T07:30",
        "DAILY, 2026-04-25T08:00, 2026-04-28T07:30",
        // the Monday after is off
        "WEEKLY, 2026-04-23T08:00, 2026-04-28T07:30",
        "WEEKLY, 2026-04-28T08:00, 2026-05-04T07:30",
        "OFF, 2026-04-23T08:00, never",
        "AT_ONCE, 2026-04-23T08:00, 2026-04-23T08:00"
    })
    void aModeSaysWhen(Preferences.Mode mode, String now, String then) {
        assertThat(when(with(null, mode), now)).isEqualTo(then);
    }

    @Test
    void whatIsDueTodayOrTomorrowPassesQuietHoursAndDigests() {
        var quiet = new Preferences.Quiet(LocalTime.of(18, 0), LocalTime.of(7, 0), true);
        Preferences preferences = with(quiet, Preferences.Mode.WEEKLY);
        Instant evening = at("2021-09-13T20:00"); // the day before it is due
        assertThat(preferences.when(Notice.Kind.TASK_RESCHEDULED, FACTS, "MAIL", false, evening, CALENDAR))
                .contains(evening);
        Instant earlier = at("2021-09-10T20:00");
        assertThat(preferences.when(Notice.Kind.TASK_RESCHEDULED, FACTS, "MAIL", false, earlier, CALENDAR))
                .isNotEqualTo(Optional.of(earlier));
        assertThat(preferences.when(Notice.Kind.TASK_WITHDRAWN, FACTS, "MAIL", false, evening, CALENDAR))
                .as("the day of a withdrawal is no deadline")
                .isNotEqualTo(Optional.of(evening));
    }

    @Test
    void rungsGoByMailWhereTheLadderSaysSoUnlessSomebodyWantsOtherwise() {
        Instant now = at("2026-04-23T12:00");
        Preferences builtIn = Preferences.BUILT_IN;
        assertThat(builtIn.when(Notice.Kind.DEADLINE_MISSED, FACTS, "MAIL", false, now, CALENDAR))
                .isEmpty();
        assertThat(builtIn.when(Notice.Kind.DEADLINE_MISSED, FACTS, "MAIL", true, now, CALENDAR))
                .contains(now);
        var wanted = new Preferences(
                Map.of(new Preferences.Way(Notice.Kind.DEADLINE_APPROACHING, "MAIL"), Preferences.Mode.OFF),
                null,
                null,
                null,
                null,
                List.of());
        assertThat(wanted.over(builtIn).when(Notice.Kind.DEADLINE_APPROACHING, FACTS, "MAIL", true, now, CALENDAR))
                .isEmpty();
    }
}
