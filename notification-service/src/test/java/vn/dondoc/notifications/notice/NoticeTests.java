package vn.dondoc.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.notifications.SampleFacts;

/** What may be done with a notice that is to go out, and by whom. */
class NoticeTests {

    private static final Instant NOW = Instant.parse("2026-03-20T02:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(40);

    private static Notice due(Instant at) {
        return SampleFacts.notice(Notice.Kind.TASK_ASSIGNED, "rà soát").by(Way.Delivery.from("WEBHOOK", "VN-23/X", at));
    }

    private static Way.Attempt failedAt(Instant at) {
        return new Way.Attempt(at, false, "503", Duration.ZERO);
    }

    @Test
    void whatSomebodyHasTakenNobodyElseTakesHoweverFarTheyReach() {
        Notice taken = due(NOW).take("one", NOW, NOW, LATER).state();
        assertThat(taken.take("other", NOW, SOON, LATER).changed()).isFalse();
        assertThat(taken.take("other", LATER, LATER, SOON).changed())
                .as("until the time of the first is over")
                .isTrue();
    }

    @Test
    void whatStandsAsideIsTakenByWhoReachesForIt() {
        Notice aside = due(NOW).wait(NOW, SOON).state();
        assertThat(aside.take("one", NOW, NOW, LATER).changed()).isFalse();
        assertThat(aside.take("one", NOW, SOON, LATER).changed()).isTrue();
    }

    @Test
    void whatFailedIsNotTriedBeforeItsPauseIsOver() {
        Notice failed = due(NOW).take("one", NOW, NOW, LATER)
                .state()
                .failed("one", failedAt(NOW), SOON)
                .state();
        assertThat(failed.take("two", NOW, SOON.plusSeconds(60), LATER).changed())
                .isFalse();
        assertThat(failed.take("two", SOON, SOON, SOON.plusSeconds(40)).changed())
                .isTrue();
    }

    @Test
    void aFailureIsNewsOnceAndOnlyToWhoMadeTheAttempt() {
        Notice taken = due(NOW).take("one", NOW, NOW, LATER).state();
        Notice failed = taken.failed("one", failedAt(NOW), SOON).state();
        assertThat(failed.failed("one", failedAt(NOW), SOON).changed()).isFalse();
        Notice byOther = taken.take("two", LATER, LATER, SOON).state();
        assertThat(byOther.failed("one", failedAt(NOW), null).changed()).isFalse();
        assertThat(byOther.delivered(new Way.Attempt(LATER, true, "200", Duration.ZERO))
                        .changed())
                .isTrue();
    }

    @Test
    void whatWentOutStaysAsItIs() {
        Notice sent = due(NOW).take("one", NOW, NOW, LATER)
                .state()
                .delivered(new Way.Attempt(NOW, true, "200", Duration.ZERO))
                .state();
        assertThat(sent.failed("one", failedAt(NOW), SOON).changed()).isFalse();
        assertThat(sent.supersede().changed()).isFalse();
        assertThat(sent.take("two", SOON, SOON, SOON.plusSeconds(40)).changed()).isFalse();
    }

    @Test
    void whatWaitedSaysHowTheDeadlineStandsWhenItIsSaid() {
        var calendar = new WorkingCalendar(Map.of());
        Notice soon = SampleFacts.notice(Notice.Kind.DEADLINE_APPROACHING, "rà soát");
        assertThat(soon.asOf(LocalDate.of(1970, 1, 1), calendar))
                .as("the day it was written")
                .isEqualTo(soon);
        Notice nearer = soon.asOf(LocalDate.of(2021, 9, 13), calendar);
        assertThat(nearer.kind()).isEqualTo(Notice.Kind.DEADLINE_APPROACHING);
        assertThat(nearer.facts().workingDays()).isEqualTo(1);
        Notice late = soon.asOf(LocalDate.of(2021, 9, 20), calendar);
        assertThat(late.kind()).isEqualTo(Notice.Kind.DEADLINE_MISSED);
        assertThat(late.facts().workingDays()).as("a week-end lies between").isEqualTo(4);
        Notice given = SampleFacts.notice(Notice.Kind.TASK_ASSIGNED, "rà soát");
        assertThat(given.asOf(LocalDate.of(2021, 9, 20), calendar)).isEqualTo(given);
    }

    @Test
    void ofOneDeadlineOneMessageSpeaksOnceAsItLastStood() {
        Notice early = SampleFacts.notice(Notice.Kind.DEADLINE_APPROACHING, "rà soát");
        Notice late = new Notice(
                early.province(),
                early.recipient(),
                Notice.Kind.DEADLINE_MISSED,
                early.facts(),
                null,
                early.createdAt().plusSeconds(60),
                early.way());
        Notice given = SampleFacts.notice(Notice.Kind.TASK_ASSIGNED, "rà soát");
        Notice another = SampleFacts.notice(Notice.Kind.DEADLINE_APPROACHING, "rà soát");
        Facts elsewhere = FactsBuilder.about(Facts.Subject.TASK, "task-2", "tập huấn")
                .of("VN-23.snv", "Sở Nội vụ", "Giám đốc")
                .build();
        Notice other = new Notice(
                another.province(),
                another.recipient(),
                another.kind(),
                elsewhere,
                null,
                another.createdAt(),
                another.way());
        assertThat(Notice.eachDeadlineOnce(List.of(early, given, late, other))).containsExactly(given, late, other);
        assertThat(Notice.eachDeadlineOnce(List.of(late, early))).containsExactly(late);
    }
}
