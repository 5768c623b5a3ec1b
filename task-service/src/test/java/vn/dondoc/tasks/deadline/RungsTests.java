package vn.dondoc.tasks.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.tasks.calendar.WorkingCalendar;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.TimeLimitClass;
import vn.dondoc.testkit.TestClock;

class RungsTests {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 14);

    private final TestClock clock = new TestClock(morning(2021, 8, 3));
    private final Rungs rungs = new Rungs(
            new RungProperties(
                    List.of(-7, -3, -1, 0, 1, 3, 7),
                    LocalTime.of(8, 0),
                    Duration.ofSeconds(1),
                    500,
                    Duration.ofHours(24)),
            new WorkingCalendar(Map.of()),
            clock);

    @Test
    void climbsEveryRungInItsHourAndThenStops() {
        Task task = assigned();
        StringBuilder climbed = new StringBuilder();
        while (task.nextRung() != null) {
            clock.set(task.nextRung().at());
            var reached = rungs.reached(task).orElseThrow();
            climbed.append(name(reached.event())).append(' ');
            task = task.reached(reached.event(), reached.after().orElse(null)).state();
        }
        assertThat(climbed.toString().strip()).isEqualTo("T-7 T-3 T-1 T T+1 T+3 T+7");
    }

    @Test
    void firesNothingBeforeItsHour() {
        Task task = assigned();
        clock.set(task.nextRung().at().minusMillis(1));
        assertThat(rungs.reached(task)).isEmpty();
    }

    @Test
    void afterDowntimeOneRungStandsForThoseThatWentBy() {
        Task task = assigned();
        clock.set(morning(2021, 9, 20));
        var reached = rungs.reached(task).orElseThrow();
        assertThat(reached.event()).isInstanceOfSatisfying(TaskEvent.DeadlineMissed.class, missed -> {
            assertThat(missed.rung()).isEqualTo("T+3");
            assertThat(missed.standsFor()).containsExactly("T-7", "T-3", "T-1", "T", "T+1");
            assertThat(missed.late()).isTrue();
            assertThat(missed.workingDays()).isEqualTo(4);
        });
        assertThat(reached.after().orElseThrow().rung()).isEqualTo("T+7");
    }

    @Test
    void aTaskAssignedLateBeginsAtTheNextRung() {
        clock.set(morning(2021, 9, 13).plusSeconds(1));
        assertThat(rungs.firstAfterNow(DUE).orElseThrow().rung()).isEqualTo("T");
    }

    private Task assigned() {
        var assignment = new Assignment(
                "VN-23",
                "VN-23.snv",
                Assignment.Role.LEAD,
                Assignment.Source.DIRECTIVE,
                "d",
                null,
                "1.1",
                null,
                "quán triệt",
                TimeLimitClass.DATED,
                DUE,
                null);
        Decision<Task, TaskEvent> decision =
                Task.assign(assignment, rungs.firstAfterNow(DUE).orElse(null));
        return decision.state();
    }

    private static String name(TaskEvent event) {
        return switch (event) {
            case TaskEvent.DeadlineApproaching it -> it.rung();
            case TaskEvent.DeadlineMissed it -> it.rung();
            default -> throw new AssertionError(event);
        };
    }

    private static Instant morning(int year, int month, int day) {
        return WorkingCalendar.at(LocalDate.of(year, month, day), LocalTime.of(8, 0));
    }
}
