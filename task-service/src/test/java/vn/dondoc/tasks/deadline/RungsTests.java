package vn.dondoc.tasks.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.tasks.Fixtures;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.DueRung;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.testkit.TestClock;

class RungsTests {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 14);

    private final TestClock clock = new TestClock(morning(2021, 8, 3));
    private final RungProperties properties = Fixtures.ladder(-7, -3, -1, 0, 1, 3, 7);
    private Rungs rungs = rungs(properties);

    private Rungs rungs(RungProperties ladder) {
        return new Rungs(properties, Fixtures.ladders(ladder), Fixtures.calendars(), clock);
    }

    @Test
    void climbsEveryRungInItsHourAndThenStops() {
        assertThat(climb(assigned(), 0)).containsExactly(-7, -3, -1, 0, 1, 3, 7);
    }

    @Test
    void firesNothingBeforeItsHour() {
        Task task = assigned();
        clock.set(waiting(task).at().minusMillis(1));
        assertThat(rungs.reached(task)).isEmpty();
    }

    @Test
    void afterDowntimeOneRungStandsForThoseThatWentBy() {
        Task task = assigned();
        clock.set(morning(2021, 9, 20));
        var reached = rungs.reached(task).orElseThrow();
        assertThat(reached.event()).isInstanceOfSatisfying(TaskEvent.DeadlineMissed.class, missed -> {
            assertThat(missed.offset()).isEqualTo(3);
            assertThat(missed.passedOver()).containsExactly(-7, -3, -1, 0, 1);
            assertThat(missed.late()).isTrue();
            assertThat(missed.workingDays()).isEqualTo(4);
        });
        assertThat(reached.after()).isNotNull().extracting(DueRung::offset).isEqualTo(7);
    }

    @Test
    void aTaskAssignedShortlyBeforeItsLastDayBeginsAtTheNextRung() {
        clock.set(morning(2021, 9, 13).plusSeconds(1));
        assertThat(waiting(assigned()).offset()).isZero();
    }

    @Test
    void whatIsLateWhenItIsAssignedIsSaidAtOnceAndUpTheLadderOnTheNextWorkingMorning() {
        Instant saturday = morning(2021, 11, 6);
        clock.set(saturday);
        Task task = assigned();
        assertThat(waiting(task)).isEqualTo(new DueRung(1, saturday));

        var first = rungs.reached(task).orElseThrow();
        assertThat(first.event())
                .isInstanceOfSatisfying(
                        TaskEvent.DeadlineMissed.class,
                        it -> assertThat(it.offset()).isEqualTo(1));
        assertThat(first.after())
                .as("the highest rung that should have been, on Monday")
                .isEqualTo(new DueRung(7, morning(2021, 11, 8)));

        task = task.reached(Actor.self("x", saturday), first.event(), first.after())
                .state();
        clock.set(morning(2021, 11, 8));
        var second = rungs.reached(task).orElseThrow();
        assertThat(second.event()).isInstanceOfSatisfying(TaskEvent.DeadlineMissed.class, it -> {
            assertThat(it.offset()).isEqualTo(7);
            assertThat(it.passedOver()).containsExactly(3);
            assertThat(it.late()).isFalse();
        });
        assertThat(second.after()).isNull();
    }

    @Test
    void theSecondLadderOfARescheduledTaskHasEveryRungAgain() {
        Task task = assigned();
        clock.set(morning(2021, 9, 13));
        List<Integer> climbed = new ArrayList<>(climb(task, 3));
        Assignment later = task.assignment().within(vn.dondoc.tasks.task.Limit.on(LocalDate.of(2021, 12, 15), "x"));
        Task again = Task.assign(later, rungs.first(later), Fixtures.OFFICE).state();
        climbed.addAll(climb(again, 0));
        assertThat(climbed).endsWith(-7, -3, -1, 0, 1, 3, 7);
    }

    @Test
    void aRungKeepsItsOffsetWhenTheCalendarMovesAndTheLadderChanges() {
        Task task = assigned();
        clock.set(morning(2021, 9, 4));
        rungs = rungs(Fixtures.ladder(-10, -5, -2, 0));
        assertThat(rungs.realigned(task))
                .as("-7 is no more: -5 is the next that was not fired")
                .isEqualTo(new DueRung(-5, morning(2021, 9, 7)));
        rungs = rungs(Fixtures.ladder(-10));
        assertThat(rungs.realigned(task)).isNull();
    }

    /** @param atMost rungs; 0 for all */
    private List<Integer> climb(Task from, int atMost) {
        Task task = from;
        List<Integer> climbed = new ArrayList<>();
        while (task.nextRung() != null && (atMost == 0 || climbed.size() < atMost)) {
            if (waiting(task).at().isAfter(clock.instant())) {
                clock.set(waiting(task).at());
            }
            var reached = rungs.reached(task).orElseThrow();
            climbed.add(offset(reached.event()));
            task = task.reached(Actor.self("x", clock.instant()), reached.event(), reached.after())
                    .state();
        }
        return climbed;
    }

    private Task assigned() {
        Assignment assignment = Fixtures.assignment(DUE);
        return Task.assign(assignment, rungs.first(assignment), Fixtures.OFFICE).state();
    }

    private static DueRung waiting(Task task) {
        return java.util.Objects.requireNonNull(task.nextRung());
    }

    private static int offset(TaskEvent event) {
        return switch (event) {
            case TaskEvent.DeadlineApproaching it -> it.offset();
            case TaskEvent.DeadlineMissed it -> it.offset();
            default -> throw new AssertionError(event);
        };
    }

    private static Instant morning(int year, int month, int day) {
        return WorkingCalendar.at(LocalDate.of(year, month, day), LocalTime.of(8, 0));
    }
}
