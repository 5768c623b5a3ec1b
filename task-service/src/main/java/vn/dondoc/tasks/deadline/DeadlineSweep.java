package vn.dondoc.tasks.deadline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;

/**
 * Fires due rungs. Any number of instances may sweep at once: each rung is claimed by the same conditional write that
 * records its event, so one wins and the others find nothing to do.
 */
@Component
class DeadlineSweep {

    private static final Logger log = LoggerFactory.getLogger(DeadlineSweep.class);
    private static final AccessScope SELF = AccessScope.ofService("deadline-sweep");

    private final Tasks tasks;
    private final Rungs rungs;
    private final RungProperties properties;
    private final TrustedClock trusted;
    private final Clock clock;
    private final MeterRegistry metrics;

    DeadlineSweep(
            Tasks tasks,
            Rungs rungs,
            RungProperties properties,
            TrustedClock trusted,
            Clock clock,
            MeterRegistry metrics) {
        this.tasks = tasks;
        this.rungs = rungs;
        this.properties = properties;
        this.trusted = trusted;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Scheduled(fixedDelayString = "${dondoc.deadlines.sweep-interval:1s}")
    void sweep() {
        if (!trusted.isTrusted()) {
            return;
        }
        List<Versioned<Task>> due;
        do {
            due = tasks.withRungDueBy(SELF, clock.instant(), properties.batch());
        } while (!due.isEmpty() && fire(due) > 0);
    }

    private int fire(List<Versioned<Task>> due) {
        Actor self = Actor.self(SELF.actor(), clock.instant());
        List<Tasks.Change> approaching = new ArrayList<>();
        List<Tasks.Change> late = new ArrayList<>();
        List<Tasks.Change> moved = new ArrayList<>();
        for (Versioned<Task> task : due) {
            var reached = rungs.reached(task.state());
            if (reached.isPresent()) {
                TaskEvent event = reached.get().event();
                (event instanceof TaskEvent.DeadlineMissed ? late : approaching)
                        .add(new Tasks.Change(
                                task,
                                task.state().reached(self, event, reached.get().after())));
            } else {
                moved.add(new Tasks.Change(task, task.state().waitFor(rungs.realigned(task.state()))));
            }
        }
        int movedOn = tasks.changeAll(SELF, moved);
        int missed = tasks.changeAll(SELF, late);
        int fired = missed + tasks.changeAll(SELF, approaching);
        metrics.counter("dondoc.task.deadline.fired").increment(fired);
        metrics.counter("dondoc.task.deadline.missed").increment(missed);
        if (fired > 0) {
            log.info("event=deadline-rungs-fired fired={} missed={}", fired, missed);
        }
        return fired + movedOn;
    }
}
