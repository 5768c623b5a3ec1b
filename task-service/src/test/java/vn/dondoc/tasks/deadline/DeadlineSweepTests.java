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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.tasks.Fixtures;
import vn.dondoc.tasks.task.DueRung;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.testkit.TestClock;

class DeadlineSweepTests {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 14);
    private static final Instant ON_THE_LADDER = WorkingCalendar.at(DUE, LocalTime.of(8, 0));
    private static final Instant BETWEEN = ON_THE_LADDER.minus(Duration.ofHours(2));

    private final TestClock clock = new TestClock(BETWEEN);
    private final RungProperties properties = Fixtures.ladder(0, 1);
    private final Tasks tasks = mock();
    private final List<Tasks.Change> written = new ArrayList<>();
    private final DeadlineSweep sweep = new DeadlineSweep(
            tasks,
            new Rungs(properties, Fixtures.ladders(properties), Fixtures.calendars(), clock),
            properties,
            new TrustedClock(() -> Optional.empty(), clock, properties, new SimpleMeterRegistry()),
            clock,
            new SimpleMeterRegistry());

    /** A rung of a ladder that was changed since, at the head of all that are due. */
    @Test
    void aRungThatTheLadderNoLongerHasMovesOnToTheNextAndNobodyIsTold() {
        Task stuck = waitingFor(-5, BETWEEN);
        due(stuck);

        sweep.sweep();

        assertThat(written).singleElement().satisfies(it -> {
            assertThat(it.decision().events()).isEmpty();
            assertThat(it.decision().state().nextRung()).isEqualTo(new DueRung(0, ON_THE_LADDER));
        });
    }

    @Test
    void whatIsDueBehindItIsFiredInTheSameSweep() {
        due(waitingFor(-5, BETWEEN), waitingFor(0, ON_THE_LADDER));
        clock.set(ON_THE_LADDER);

        sweep.sweep();

        assertThat(written).hasSize(2);
        assertThat(written.stream().flatMap(it -> it.decision().events().stream()))
                .singleElement()
                .isInstanceOf(TaskEvent.DeadlineApproaching.class);
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

    @Test
    void aClockThatIsOffFromTheStoresFiresNothing() {
        Task waiting = waitingFor(0, ON_THE_LADDER);
        due(waiting);
        clock.set(ON_THE_LADDER);
        var strict = new RungProperties(
                properties.rungs(),
                properties.hour(),
                properties.sweepInterval(),
                properties.batch(),
                properties.lateAfter(),
                Duration.ofMinutes(1));
        Rungs rungs = new Rungs(strict, Fixtures.ladders(strict), Fixtures.calendars(), clock);
        var metrics = new SimpleMeterRegistry();
        var store = new AtomicReference<>(ON_THE_LADDER.minus(Duration.ofDays(1)));
        var trusted = new TrustedClock(() -> Optional.of(store.get()), clock, strict, metrics);
        var sweeping = new DeadlineSweep(tasks, rungs, strict, trusted, clock, metrics);

        sweeping.sweep();
        assertThat(written).isEmpty();
        assertThat(metrics.get("dondoc.task.clock.off").gauge().value()).isEqualTo(86_400);

        store.set(ON_THE_LADDER.plusSeconds(30));
        sweeping.sweep();
        assertThat(written).as("once the clock is right again").hasSize(1);
    }

    private static Task waitingFor(int offset, Instant at) {
        return Task.assign(Fixtures.assignment(DUE), new DueRung(offset, at), Fixtures.OFFICE)
                .state();
    }
}
