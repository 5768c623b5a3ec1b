package vn.dondoc.tasks.assign;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.tasks.agency.Successions;
import vn.dondoc.tasks.deadline.Rungs;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.Tasks;

/** Makes one task per assignment. The id is derived from what caused it, so asking twice assigns once. */
@Component
public class AssignTasks {

    private static final AccessScope SELF = AccessScope.ofService("assign-tasks");
    private static final int BATCH = 500;

    private final Tasks tasks;
    private final Rungs rungs;
    private final EarlyAnswers answers;
    private final Successions successions;
    private final Clock clock;

    AssignTasks(Tasks tasks, Rungs rungs, EarlyAnswers answers, Successions successions, Clock clock) {
        this.tasks = tasks;
        this.rungs = rungs;
        this.answers = answers;
        this.successions = successions;
        this.clock = clock;
    }

    public void assign(List<Assignment> assignments) {
        List<Tasks.NewTask> batch = new ArrayList<>();
        for (Assignment it : assignments) {
            batch.add(task(it));
            if (batch.size() == BATCH) {
                keep(batch);
                batch = new ArrayList<>();
            }
        }
        keep(batch);
    }

    /**
     * Gives tasks to those who carry on with a duty, or are named for it later. One who was rid of it before has it again.
     *
     * @param cause key of what gives it
     */
    public void assignAgain(List<Assignment> assignments, String cause) {
        assign(assignments);
        Actor self = Actor.self(SELF.actor(), clock.instant());
        for (Assignment it : assignments) {
            tasks.change(
                    SELF,
                    idOf(it),
                    Command.causedBy(cause + "/again", SELF.actor()),
                    task -> task.assignAgain(it, rungs.first(it), self));
        }
    }

    /** Keeps tasks; what an agency answered before it was asked is done, and what ended hands over. */
    public void keep(List<Tasks.NewTask> some) {
        if (some.isEmpty()) {
            return;
        }
        tasks.assignAll(SELF, some);
        var agencies = new LinkedHashSet<String>();
        some.forEach(it -> agencies.add(it.decision().state().assignment().agency()));
        successions.againOf(SELF, agencies);
        answers.settle(some.stream().map(Tasks.NewTask::id).toList());
    }

    /** The task that an assignment becomes. */
    public Tasks.NewTask task(Assignment it) {
        return task(idOf(it), it);
    }

    /** @param id derived from what caused it, where that is not the duty itself */
    public Tasks.NewTask task(String id, Assignment it) {
        return new Tasks.NewTask(id, Task.assign(it, rungs.first(it), Actor.self(SELF.actor(), clock.instant())));
    }

    /** Name-based on the cause: directive, clause, occurrence and agency; the report that is owed; the task carried on. */
    public static String idOf(Assignment it) {
        return switch (it.duty()) {
            case Duty.OfClause of -> idOfClauseTask(of.directiveId(), of.clause(), of.occurrence(), it.agency());
            case Duty.OfReport of when it.predecessor() == null -> idOfReportTask(of.reportId());
            default -> idOf("carries on\n" + it.predecessor() + "\n" + it.agency());
        };
    }

    /** The id of the task that a report obligation became. */
    public static String idOfReportTask(String reportId) {
        return idOf("report\n" + reportId);
    }

    /** The id of the task that a clause gave to an agency. */
    public static String idOfClauseTask(String directiveId, String clause, @Nullable String occurrence, String agency) {
        String cause = "directive\n" + directiveId + "\n" + clause + "\n" + agency;
        return idOf(occurrence == null ? cause : cause + "\n" + occurrence);
    }

    /** The id of one of the tasks that a command gave. */
    public static String idOfCommandedTask(String key, String agency) {
        return idOf("command\n" + key + "\n" + agency);
    }

    private static String idOf(String cause) {
        return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
