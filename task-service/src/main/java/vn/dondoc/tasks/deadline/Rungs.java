package vn.dondoc.tasks.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.tasks.calendar.Calendars;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.DueRung;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;

/**
 * The rungs of deadlines, in working days, by the ladder and the calendar of the province.
 *
 * <p>A task waits for one rung. When that is due, the last rung that is due by then is fired, and those before it are
 * passed over, so nobody is told three times at once. A task that is late when it is assigned waits for its first rung
 * after the deadline, due at once; what is higher up the ladder and should have been by then follows on the next working
 * morning.
 */
@Component
public class Rungs {

    private static final AccessScope SELF = AccessScope.ofService("climb-ladder");

    private final RungProperties properties;
    private final Ladders ladders;
    private final Calendars calendars;
    private final Clock clock;

    Rungs(RungProperties properties, Ladders ladders, Calendars calendars, Clock clock) {
        this.properties = properties;
        this.ladders = ladders;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What became due, and the rung after it. */
    public record Reached(TaskEvent event, @Nullable DueRung after) {}

    /** The rung that an assignment of now waits for; {@code null} if it has no last day. */
    public @Nullable DueRung first(Assignment assignment) {
        LocalDate dueOn = assignment.limit().dueOn();
        if (dueOn == null) {
            return null;
        }
        Instant now = clock.instant();
        Ladder ladder = ladders.of(SELF, assignment.province());
        boolean late = VietnamTime.dateOf(now).isAfter(dueOn);
        if (late) {
            Optional<Ladder.Rung> first = ladder.first(1);
            if (first.isPresent()) {
                Instant hour = at(assignment.province(), ladder, dueOn, first.get());
                return new DueRung(first.get().offset(), hour.isAfter(now) ? hour : now);
            }
        }
        return rungs(assignment, ladder, dueOn)
                .filter(it -> it.at().isAfter(now))
                .findFirst()
                .orElse(null);
    }

    /** The same rung as of the ladder and calendar of now; the one that follows if the ladder has it no more. */
    @Nullable
    DueRung realigned(Task task) {
        DueRung waiting = task.nextRung();
        LocalDate dueOn = task.assignment().limit().dueOn();
        if (waiting == null || dueOn == null) {
            return null;
        }
        Ladder ladder = ladders.of(SELF, task.assignment().province());
        return ladder.first(waiting.offset())
                .map(it -> new DueRung(it.offset(), at(task.assignment().province(), ladder, dueOn, it)))
                .orElse(null);
    }

    /** The last rung that is due now, from the one that {@code task} waits for; empty if none is. */
    Optional<Reached> reached(Task task) {
        DueRung waiting = task.nextRung();
        LocalDate dueOn = task.assignment().limit().dueOn();
        Instant now = clock.instant();
        if (waiting == null || dueOn == null || waiting.at().isAfter(now)) {
            return Optional.empty();
        }
        Assignment assignment = task.assignment();
        Ladder ladder = ladders.of(SELF, assignment.province());
        List<DueRung> left = rungs(assignment, ladder, dueOn)
                .filter(it -> it.offset() >= waiting.offset())
                .toList();
        if (left.isEmpty()
                || left.getFirst().offset() != waiting.offset()
                || left.getFirst().at().isAfter(now)) {
            return Optional.empty();
        }
        DueRung last = left.stream()
                .filter(it -> it.at().isAfter(waiting.at()) && !it.at().isAfter(now))
                .reduce(left.getFirst(), (first, second) -> second);
        List<DueRung> later =
                left.stream().filter(it -> it.offset() > last.offset()).toList();
        TaskEvent event = event(assignment, ladder, last, waiting, dueOn, now);
        return Optional.of(new Reached(event, after(assignment, ladder, later, now)));
    }

    /** What should have been before this one was fired comes on the next working morning, the highest for all. */
    private @Nullable DueRung after(Assignment assignment, Ladder ladder, List<DueRung> later, Instant now) {
        Optional<DueRung> passed =
                later.stream().filter(it -> !it.at().isAfter(now)).reduce((first, second) -> second);
        if (passed.isPresent()) {
            Instant morning = calendars.of(SELF, assignment.province()).nextWorkingDayAt(ladder.hour(), now);
            return new DueRung(passed.get().offset(), morning);
        }
        return later.isEmpty() ? null : later.getFirst();
    }

    private TaskEvent event(
            Assignment assignment, Ladder ladder, DueRung rung, DueRung waiting, LocalDate dueOn, Instant now) {
        boolean own = rung.offset() == waiting.offset();
        boolean late = (own ? waiting : rung).at().plus(properties.lateAfter()).isBefore(now);
        boolean afterLateAssignment = own && waiting.at().isAfter(rung.at());
        int from = afterLateAssignment ? ladder.first(1).orElseThrow().offset() + 1 : waiting.offset();
        List<Integer> passedOver = ladder.rungs().stream()
                .map(Ladder.Rung::offset)
                .filter(it -> it >= from && it < rung.offset())
                .toList();
        List<TaskEvent.Told> told =
                ladder.first(rung.offset()).map(Ladder.Rung::told).orElse(List.of());
        LocalDate today = VietnamTime.dateOf(now);
        WorkingCalendar calendar = calendars.of(SELF, assignment.province());
        return today.isAfter(dueOn)
                ? new TaskEvent.DeadlineMissed(
                        assignment,
                        rung.offset(),
                        calendar.workingDaysBetween(dueOn, today),
                        dueOn,
                        late,
                        passedOver,
                        told)
                : new TaskEvent.DeadlineApproaching(
                        assignment,
                        rung.offset(),
                        calendar.workingDaysBetween(today, dueOn),
                        dueOn,
                        late,
                        passedOver,
                        told);
    }

    private Stream<DueRung> rungs(Assignment assignment, Ladder ladder, LocalDate dueOn) {
        return ladder.rungs().stream()
                .map(it -> new DueRung(it.offset(), at(assignment.province(), ladder, dueOn, it)));
    }

    private Instant at(String province, Ladder ladder, LocalDate dueOn, Ladder.Rung rung) {
        LocalDate day = calendars.of(SELF, province).plusWorkingDays(dueOn, rung.offset());
        return WorkingCalendar.at(day, ladder.hour());
    }
}
