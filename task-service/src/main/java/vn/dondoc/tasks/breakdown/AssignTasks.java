package vn.dondoc.tasks.breakdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.tasks.deadline.Rungs;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.Tasks;

/** Makes one task per assignment. The id is derived from what caused it, so asking twice assigns once. */
@Component
public class AssignTasks {

    private static final AccessScope SELF = AccessScope.ofService("assign-tasks");
    private static final int BATCH = 500;

    private final Tasks tasks;
    private final Rungs rungs;

    AssignTasks(Tasks tasks, Rungs rungs) {
        this.tasks = tasks;
        this.rungs = rungs;
    }

    public void assign(List<Assignment> assignments) {
        List<Tasks.NewTask> batch = new ArrayList<>();
        for (Assignment it : assignments) {
            batch.add(task(it));
            if (batch.size() == BATCH) {
                tasks.assignAll(SELF, batch);
                batch = new ArrayList<>();
            }
        }
        tasks.assignAll(SELF, batch);
    }

    /** The task that an assignment becomes. */
    public Tasks.NewTask task(Assignment it) {
        Optional<Task.DueRung> first = it.dueOn() == null ? Optional.empty() : rungs.firstAfterNow(it.dueOn());
        return new Tasks.NewTask(idOf(it), Task.assign(it, first.orElse(null)));
    }

    /** Name-based on the cause: directive, clause and agency, or the report that is owed. */
    static String idOf(Assignment it) {
        return it.source() == Assignment.Source.REPORT
                ? idOfReportTask(String.valueOf(it.reportId()))
                : idOfClauseTask(String.valueOf(it.directiveId()), String.valueOf(it.clause()), it.agency());
    }

    /** The id of the task that a report obligation became. */
    public static String idOfReportTask(String reportId) {
        return idOf("report\n" + reportId);
    }

    /** The id of the task that a clause gave to an agency. */
    public static String idOfClauseTask(String directiveId, String clause, String agency) {
        return idOf("directive\n" + directiveId + "\n" + clause + "\n" + agency);
    }

    private static String idOf(String cause) {
        return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
