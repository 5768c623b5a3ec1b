package vn.dondoc.tasks.breakdown;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Text;
import vn.dondoc.tasks.assign.AssignTasks;
import vn.dondoc.tasks.deadline.Limits;
import vn.dondoc.tasks.deadline.Rungs;
import vn.dondoc.tasks.series.AllSeries;
import vn.dondoc.tasks.series.Series;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.State;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;

/** What becomes of a directive's open tasks when it is amended, corrected or no longer in force. What is done stays done. */
@Component
public class FollowDirective {

    private static final AccessScope SELF = AccessScope.ofService("follow-directive");

    private final Tasks tasks;
    private final AssignTasks assign;
    private final AllSeries series;
    private final Rungs rungs;
    private final Limits limits;
    private final Clock clock;

    FollowDirective(Tasks tasks, AssignTasks assign, AllSeries series, Rungs rungs, Limits limits, Clock clock) {
        this.assign = assign;
        this.tasks = tasks;
        this.series = series;
        this.rungs = rungs;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param clause only tasks of this clause; {@code null} means all of the directive */
    public void withdraw(String eventId, String directiveId, @Nullable String clause, LocalDate on, String reason) {
        end(eventId, directiveId, clause);
        each(eventId, directiveId, clause, (task, by) -> task.withdraw(by, on, reason));
    }

    /** The directive gave way to another. */
    public void supersede(String eventId, String directiveId, String successor, LocalDate on, String reason) {
        end(eventId, directiveId, null);
        each(eventId, directiveId, null, (task, by) -> task.supersede(by, on, successor, reason));
    }

    /** Gives the tasks of one clause another last day. A clause that came round has one now. */
    public void reschedule(String eventId, String directiveId, String clause, LocalDate dueOn, String reason) {
        Limit limit = Limit.on(dueOn, reason);
        end(eventId, directiveId, clause);
        each(
                eventId,
                directiveId,
                clause,
                (task, by) ->
                        task.reschedule(by, limit, rungs.first(task.assignment().within(limit)), reason));
    }

    /**
     * Gives a clause to other agencies: those that are new get it, with the limit it has; those that are no more in it are
     * rid of it. What is done stays done.
     */
    public void reassign(
            String eventId,
            String directiveId,
            String clause,
            List<String> leads,
            List<String> cooperating,
            LocalDate on,
            String reason) {
        List<Series.Assignee> wanted = Series.assignees(leads, cooperating);
        for (Versioned<Series> it : series.of(SELF, directiveId)) {
            if (it.state().duty().clause().equals(clause)) {
                series.change(
                        SELF, it.id(), Command.causedBy(eventId, SELF.actor()), state -> state.reassigned(wanted));
            }
        }
        Map<Duty, Assignment> given = new LinkedHashMap<>();
        tasks.findAll(SELF, tasks.idsOf(SELF, directiveId, clause)).stream()
                .filter(it -> it.state().assignment().duty() instanceof Duty.OfClause
                        && it.state().state() instanceof State.Open)
                .forEach(it -> given.putIfAbsent(
                        it.state().assignment().duty(), it.state().assignment()));
        for (Assignment like : given.values()) {
            assign.assignAgain(
                    wanted.stream().map(it -> like.of(it.agency(), it.role())).toList(), eventId);
        }
        Set<String> stay = wanted.stream().map(Series.Assignee::agency).collect(Collectors.toSet());
        each(
                eventId + "/agencies",
                directiveId,
                clause,
                (task, by) -> task.assignment().duty() instanceof Duty.OfClause
                                && !stay.contains(task.assignment().agency())
                        ? task.withdraw(by, on, reason)
                        : Decision.nothing(task));
    }

    /** A number or a day became known: tasks carry the number, and what counts from the day has one. */
    public void corrected(String eventId, String directiveId, @Nullable String number, @Nullable LocalDate issueDate) {
        if (number != null) {
            series.of(SELF, directiveId)
                    .forEach(it -> series.change(
                            SELF, it.id(), Command.causedBy(eventId, SELF.actor()), state -> state.numbered(number)));
            each(eventId + "/number", directiveId, null, (task, by) -> task.numbered(by, number));
        }
        if (issueDate != null) {
            each(eventId + "/date", directiveId, null, (task, by) -> counted(task, by, issueDate));
        }
    }

    private Decision<Task, TaskEvent> counted(Task task, Actor by, LocalDate issueDate) {
        Limit.Counted counted = task.assignment().limit().counted();
        if (counted == null || counted.from() != Limit.Counted.From.ISSUE_DATE) {
            return Decision.nothing(task);
        }
        var since = new Limit.Counted(counted.amount(), counted.unit(), counted.from(), issueDate);
        Limit limit = limits.counted(
                task.assignment().province(),
                since,
                null,
                task.assignment().limit().phrase());
        return task.reschedule(
                by,
                limit,
                rungs.first(task.assignment().within(limit)),
                Text.of("tasks.because-issue-date", issueDate).vietnamese());
    }

    private void end(String eventId, String directiveId, @Nullable String clause) {
        series.of(SELF, directiveId).stream()
                .filter(it -> clause == null || clause.equals(it.state().duty().clause()))
                .forEach(it -> series.change(SELF, it.id(), Command.causedBy(eventId, SELF.actor()), Series::ended));
    }

    private void each(
            String eventId,
            String directiveId,
            @Nullable String clause,
            BiFunction<Task, Actor, Decision<Task, TaskEvent>> decide) {
        Actor self = Actor.self(SELF.actor(), clock.instant());
        for (String id : tasks.idsOf(SELF, directiveId, clause)) {
            tasks.change(SELF, id, Command.causedBy(eventId, SELF.actor()), it -> decide.apply(it, self));
        }
    }
}
