package vn.dondoc.tasks.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.tasks.calendar.WorkingCalendar;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;

/**
 * The ladder of a deadline in working days: T-7, T-3, T-1, T, T+1, T+3, T+7. After downtime the last rung that went by
 * is fired in the name of those before it, so nobody is told three times at once.
 */
@Component
public class Rungs {

    private final RungProperties properties;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Rungs(RungProperties properties, WorkingCalendar calendar, Clock clock) {
        this.properties = properties;
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Rung(int offset, Instant at) {
        String name() {
            return offset == 0 ? "T" : "T" + (offset > 0 ? "+" : "") + offset;
        }

        Task.DueRung due() {
            return new Task.DueRung(name(), at);
        }
    }

    /** What became due, and the rung after it. */
    public record Reached(TaskEvent event, Optional<Task.DueRung> after) {}

    /** The first rung still ahead; those already past when a task is assigned are never fired. */
    public Optional<Task.DueRung> firstAfterNow(LocalDate dueOn) {
        Instant now = clock.instant();
        return ladder(dueOn).stream()
                .filter(it -> it.at().isAfter(now))
                .findFirst()
                .map(Rung::due);
    }

    /** The first rung of a task still ahead. */
    Optional<Task.DueRung> next(Task task) {
        LocalDate dueOn = task.assignment().dueOn();
        return dueOn == null ? Optional.empty() : firstAfterNow(dueOn);
    }

    /** The latest rung that is due now, from the one that {@code task} waits for. */
    public Optional<Reached> reached(Task task) {
        Task.DueRung waiting = task.nextRung();
        LocalDate dueOn = task.assignment().dueOn();
        Instant now = clock.instant();
        if (waiting == null || dueOn == null || waiting.at().isAfter(now)) {
            return Optional.empty();
        }
        List<Rung> ladder = ladder(dueOn);
        List<Rung> due = ladder.stream()
                .filter(it -> !it.at().isBefore(waiting.at()) && !it.at().isAfter(now))
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Rung last = due.getLast();
        Optional<Task.DueRung> after = ladder.stream()
                .filter(it -> it.at().isAfter(last.at()))
                .findFirst()
                .map(Rung::due);
        return Optional.of(new Reached(
                event(task.assignment(), last, dueOn, due.subList(0, due.size() - 1), now), after));
    }

    private TaskEvent event(Assignment assignment, Rung rung, LocalDate dueOn, List<Rung> before, Instant now) {
        boolean late = rung.at().plus(properties.lateAfter()).isBefore(now);
        List<String> standsFor = before.stream().map(Rung::name).toList();
        LocalDate today = VietnamTime.dateOf(now);
        return today.isAfter(dueOn)
                ? new TaskEvent.DeadlineMissed(
                        assignment, rung.name(), calendar.workingDaysBetween(dueOn, today), dueOn, late, standsFor)
                : new TaskEvent.DeadlineApproaching(
                        assignment, rung.name(), calendar.workingDaysBetween(today, dueOn), dueOn, late, standsFor);
    }

    private List<Rung> ladder(LocalDate dueOn) {
        List<Rung> ladder = new ArrayList<>();
        for (int offset : properties.offsets()) {
            LocalDate day = calendar.plusWorkingDays(dueOn, offset);
            ladder.add(new Rung(offset, WorkingCalendar.at(day, properties.hour())));
        }
        return ladder;
    }
}
