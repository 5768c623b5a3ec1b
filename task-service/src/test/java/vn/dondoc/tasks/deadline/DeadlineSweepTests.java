package vn.dondoc.tasks.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.tasks.calendar.WorkingCalendar;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.tasks.task.TimeLimitClass;
import vn.dondoc.testkit.TestClock;

class DeadlineSweepTests {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 14);
    private static final Instant ON_THE_LADDER = WorkingCalendar.at(DUE, LocalTime.of(8, 0));
    private static final Instant BETWEEN = ON_THE_LADDER.minus(Duration.ofHours(2));

    private final TestClock clock = new TestClock(BETWEEN);
    private final RungProperties properties =
            new RungProperties(List.of(0, 1), LocalTime.of(8, 0), Duration.ofSeconds(1), 500, Duration.ofHours(24));
    private final Tasks tasks = mock();
    private final List<Tasks.Change> written = new ArrayList<>();
    private final DeadlineSweep sweep = new DeadlineSweep(
            tasks,
            new Rungs(properties, new WorkingCalendar(Map.of()), clock),
            properties,
            clock,
            new SimpleMeterRegistry());

    /** A rung of a ladder that was changed since, at the head of all that are due. */
    @Test
    void aRungThatTheLadderNoLongerHasMovesOnToTheNextAndNobodyIsTold() {
        Task stuck = waitingFor("T-0.5", BETWEEN);
        due(stuck);

        sweep.sweep();

        assertThat(written).singleElement().satisfies(it -> {
            assertThat(it.decision().events()).isEmpty();
            assertThat(it.decision().state().nextRung()).isEqualTo(new Task.DueRung("T", ON_THE_LADDER));
        });
    }

    @Test
    void whatIsDueBehindItIsFiredInTheSameSweep() {
        due(waitingFor("T-0.5", BETWEEN), waitingFor("T", ON_THE_LADDER));
        clock.set(ON_THE_LADDER);

        sweep.sweep();

        assertThat(written.stream().flatMap(it -> it.decision().events().stream()))
                .hasSize(2)
                .allMatch(it -> it instanceof TaskEvent.DeadlineApproaching);
    }

    private void due(Task... due) {
        List<Versioned<Task>> found = new ArrayList<>();
        for (Task task : due) {
            found.add(new Versioned<>("task-" + found.size(), 1, 1, task));
        }
        when(tasks.withRungDueBy(any(), any(), anyInt())).thenReturn(found, List.of());
        when(tasks.changeAll(any(), any())).thenAnswer(call -> {
            List<Tasks.Change> changes = call.getArgument(1);
            written.addAll(changes);
            return changes.size();
        });
    }

    private static Task waitingFor(String rung, Instant at) {
        var assignment = new Assignment(
                "VN-A",
                "VN-A.snv",
                Assignment.Role.LEAD,
                Assignment.Source.DIRECTIVE,
                "d",
                "1/UBND-X",
                "1",
                null,
                "rà soát",
                TimeLimitClass.DATED,
                DUE,
                "đến hết ngày 14/9/2021");
        return Task.assign(assignment, new Task.DueRung(rung, at)).state();
    }
}
