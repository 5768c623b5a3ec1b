package vn.dondoc.tasks.deadline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Text;
import vn.dondoc.tasks.calendar.Calendars;
import vn.dondoc.tasks.policy.Realignments;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.DueRung;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;

/**
 * Counts the open deadlines of a province anew when its calendar or its ladder changed. A rung keeps its offset, so none
 * that was fired comes again and none that was not is left out. Doing it twice does it once.
 */
@Component
class Realign {

    private static final Logger log = LoggerFactory.getLogger(Realign.class);
    private static final AccessScope SELF = AccessScope.ofService("realign-deadlines");

    private final Realignments realignments;
    private final Calendars calendars;
    private final Ladders ladders;
    private final Limits limits;
    private final Rungs rungs;
    private final Tasks tasks;
    private final RungProperties properties;
    private final Clock clock;

    Realign(
            Realignments realignments,
            Calendars calendars,
            Ladders ladders,
            Limits limits,
            Rungs rungs,
            Tasks tasks,
            RungProperties properties,
            Clock clock) {
        this.realignments = realignments;
        this.calendars = calendars;
        this.ladders = ladders;
        this.limits = limits;
        this.rungs = rungs;
        this.tasks = tasks;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dondoc.deadlines.sweep-interval:1s}")
    void realignWanted() {
        for (Realignments.Wish wish : realignments.wanted(SELF)) {
            calendars.refresh(SELF, wish.province());
            ladders.refresh(SELF, wish.province());
            int moved = realign(wish.province());
            realignments.done(SELF, wish);
            log.info("event=deadlines-realigned province={} moved={}", wish.province(), moved);
        }
    }

    private int realign(String province) {
        List<String> ids = tasks.idsRunning(SELF, province);
        int moved = 0;
        for (int from = 0; from < ids.size(); from += properties.batch()) {
            List<String> some = ids.subList(from, Math.min(from + properties.batch(), ids.size()));
            int wanted;
            int written;
            do {
                List<Tasks.Change> changes = new ArrayList<>();
                for (Versioned<Task> task : tasks.findAll(SELF, some)) {
                    Decision<Task, TaskEvent> decision = realigned(task.state());
                    if (decision != null) {
                        changes.add(new Tasks.Change(task, decision));
                    }
                }
                wanted = changes.size();
                written = tasks.changeAll(SELF, changes);
                moved += written;
            } while (written < wanted);
        }
        return moved;
    }

    private @Nullable Decision<Task, TaskEvent> realigned(Task task) {
        Assignment assignment = task.assignment();
        Limit recounted = limits.recounted(assignment.province(), assignment.limit());
        if (!recounted.equals(assignment.limit())) {
            Actor self = Actor.self(SELF.actor(), clock.instant());
            Decision<Task, TaskEvent> moved = task.reschedule(
                    self,
                    recounted,
                    rungs.first(assignment.within(recounted)),
                    Text.of("tasks.because-calendar").vietnamese());
            return moved.changed() ? moved : null;
        }
        DueRung rung = rungs.realigned(task);
        return Objects.equals(rung, task.nextRung()) ? null : task.waitFor(rung);
    }
}
