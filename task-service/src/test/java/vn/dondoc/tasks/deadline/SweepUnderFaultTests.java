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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.tasks.Fixtures;
import vn.dondoc.tasks.calendar.Calendars;
import vn.dondoc.tasks.policy.Realignments;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.testkit.TestClock;

/**
 * Two sweeps over one store that loses races, dies before and after writes, under a clock that jumps an hour and a day both
 * ways and a calendar that changes in the middle. The ledger of what was fired is compared with the exact set of what has
 * to be: every rung of every last day, once, never before its hour.
 */
class SweepUnderFaultTests {

    private static final List<Integer> OFFSETS = List.of(-7, -3, -1, 0, 1, 3, 7);
    private static final int TASKS = 60;
    private static final LocalDate FIRST_DUE = LocalDate.of(2021, 9, 1);

    private final TestClock clock = new TestClock(morning(LocalDate.of(2021, 8, 2)));
    private final Map<String, Versioned<Task>> store = new TreeMap<>();
    private final Map<String, Integer> fired = new TreeMap<>();
    private final Set<String> passedOver = new TreeSet<>();
    private final List<String> early = new ArrayList<>();
    private final AtomicReference<WorkingCalendar> calendar = new AtomicReference<>(new WorkingCalendar(Map.of()));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyRungIsSaidOnceAndNoneBeforeItsHour(long seed) throws Exception {
        Random random = new Random(seed);
        RungProperties properties =
                Fixtures.ladder(OFFSETS.stream().mapToInt(it -> it).toArray());
        Calendars calendars = mock();
        when(calendars.of(any(), any())).thenAnswer(call -> calendar.get());
        Rungs rungs = new Rungs(properties, Fixtures.ladders(properties), calendars, clock);
        Realignments wishes = mock();
        List<Realignments.Wish> wanted = new ArrayList<>();
        when(wishes.wanted(any())).thenAnswer(call -> List.copyOf(wanted));
        Tasks tasks = tasks(random);
        Realign realign = new Realign(
                wishes,
                calendars,
                Fixtures.ladders(properties),
                new Limits(calendars),
                rungs,
                tasks,
                properties,
                clock);
        for (int i = 0; i < TASKS; i++) {
            Assignment assignment = Fixtures.assignment(FIRST_DUE.plusDays(i));
            store.put(
                    "t" + i,
                    new Versioned<>(
                            "t" + i,
                            1,
                            1,
                            Task.assign(assignment, rungs.first(assignment), Fixtures.OFFICE)
                                    .state()));
        }
        List<DeadlineSweep> sweeps = List.of(sweep(tasks, rungs, properties), sweep(tasks, rungs, properties));
        Instant end = morning(FIRST_DUE.plusDays(TASKS + 40));
        boolean moved = false;
        try (var instances = Executors.newFixedThreadPool(2)) {
            while (clock.instant().isBefore(end)) {
                clock.set(jumped(random));
                if (!moved && clock.instant().isAfter(morning(LocalDate.of(2021, 9, 15)))) {
                    moved = true;
                    calendar.set(new WorkingCalendar(Map.of(
                            2021,
                            new CalendarYear(
                                    2021,
                                    CalendarYear.State.CONFIRMED,
                                    "x",
                                    Set.of(LocalDate.of(2021, 9, 20), LocalDate.of(2021, 10, 4)),
                                    Set.of()))));
                    wanted.add(new Realignments.Wish("VN-23", 1));
                }
                run(instances, () -> surviving(realign::realignWanted));
                List<Runnable> both = new ArrayList<>();
                sweeps.forEach(it -> both.add(() -> surviving(it::sweep)));
                run(instances, both.toArray(Runnable[]::new));
            }
        }
        assertThat(early).as("before their hour").isEmpty();
        assertThat(fired.values()).as("said twice").allMatch(it -> it == 1);
        assertThat(passedOver).as("the clock has jumped over some").isNotEmpty();
        Set<String> said = new TreeSet<>(fired.keySet());
        assertThat(said).as("said and passed over").doesNotContainAnyElementsOf(passedOver);
        said.addAll(passedOver);
        assertThat(said).as("lost").isEqualTo(all());
        assertThat(store.values()).allMatch(it -> it.state().nextRung() == null);
    }

    private Instant jumped(Random random) {
        Duration jump = switch (random.nextInt(12)) {
            case 0 -> Duration.ofHours(-1);
            case 1 -> Duration.ofDays(-1);
            case 2 -> Duration.ofDays(1);
            case 3 -> Duration.ofDays(3 + random.nextInt(6));
            default -> Duration.ofHours(1 + random.nextInt(20));
        };
        return clock.instant().plus(jump);
    }

    private DeadlineSweep sweep(Tasks tasks, Rungs rungs, RungProperties properties) {
        var metrics = new SimpleMeterRegistry();
        var trusted = new TrustedClock(Optional::empty, clock, properties, metrics);
        return new DeadlineSweep(tasks, rungs, properties, trusted, clock, metrics);
    }

    private static void run(java.util.concurrent.ExecutorService instances, Runnable... work)
            throws InterruptedException, ExecutionException {
        List<java.util.concurrent.Future<?>> running = new ArrayList<>();
        for (Runnable it : work) {
            running.add(instances.submit(it));
        }
        for (var it : running) {
            it.get();
        }
    }

    /** A process that dies is started again, and goes on with what is stored. */
    private static void surviving(Runnable instance) {
        for (int lives = 0; lives < 50; lives++) {
            try {
                instance.run();
                return;
            } catch (Killed again) {
                // The next life reads what is stored.
            }
        }
        throw new AssertionError("it never lives long enough");
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Tasks tasks(Random random) {
        Tasks tasks = mock();
        when(tasks.withRungDueBy(any(), any(), anyInt())).thenAnswer(call -> dueBy(call.getArgument(1)));
        when(tasks.idsRunning(any(), any())).thenAnswer(call -> ids());
        when(tasks.findAll(any(), any())).thenAnswer(call -> found(call.getArgument(1)));
        when(tasks.changeAll(any(), any())).thenAnswer(call -> write(call.getArgument(1), random));
        return tasks;
    }

    private synchronized List<Versioned<Task>> dueBy(Instant now) {
        return store.values().stream()
                .filter(it -> it.state().nextRung() != null
                        && !it.state().nextRung().at().isAfter(now))
                .sorted(Comparator.comparing(it -> it.state().nextRung().at()))
                .limit(20)
                .toList();
    }

    private synchronized List<String> ids() {
        return List.copyOf(store.keySet());
    }

    private synchronized List<Versioned<Task>> found(Collection<String> ids) {
        return ids.stream().map(store::get).toList();
    }

    /** By compare-and-set, one after the other, and it may die before any of them or after. */
    private synchronized int write(List<Tasks.Change> changes, Random random) {
        int written = 0;
        for (Tasks.Change it : changes) {
            if (random.nextInt(40) == 0) {
                throw new Killed();
            }
            Versioned<Task> now = store.get(it.before().id());
            if (now.version() == it.before().version()) {
                store.put(
                        now.id(),
                        new Versioned<>(
                                now.id(), now.version() + 1, 1, it.decision().state()));
                it.decision().events().forEach(event -> note(now.id(), event));
                written++;
            }
        }
        if (random.nextInt(40) == 0) {
            throw new Killed();
        }
        return written;
    }

    private void note(String id, TaskEvent event) {
        LocalDate dueOn;
        int offset;
        List<Integer> over;
        if (event instanceof TaskEvent.DeadlineMissed it) {
            dueOn = it.dueOn();
            offset = it.offset();
            over = it.passedOver();
        } else {
            var it = (TaskEvent.DeadlineApproaching) event;
            dueOn = it.dueOn();
            offset = it.offset();
            over = it.passedOver();
        }
        String rung = id + "/" + dueOn + "/" + offset;
        fired.merge(rung, 1, Integer::sum);
        over.forEach(it -> passedOver.add(id + "/" + dueOn + "/" + it));
        Instant hour = morning(calendar.get().plusWorkingDays(dueOn, offset));
        if (clock.instant().isBefore(hour)) {
            early.add(rung + " at " + clock.instant() + " instead of " + hour);
        }
    }

    private static Set<String> all() {
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < TASKS; i++) {
            for (int offset : OFFSETS) {
                all.add("t" + i + "/" + FIRST_DUE.plusDays(i) + "/" + offset);
            }
        }
        return all;
    }

    private static Instant morning(LocalDate day) {
        return WorkingCalendar.at(day, LocalTime.of(8, 0));
    }
}
