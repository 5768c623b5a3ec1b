package vn.dondoc.tasks.breakdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.tasks.deadline.Rungs;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
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
            Optional<Task.DueRung> first = it.dueOn() == null ? Optional.empty() : rungs.firstAfterNow(it.dueOn());
            Decision<Task, TaskEvent> decision = Task.assign(it, first.orElse(null));
            batch.add(new Tasks.NewTask(idOf(it), decision));
            if (batch.size() == BATCH) {
                tasks.assignAll(SELF, batch);
                batch = new ArrayList<>();
            }
        }
        tasks.assignAll(SELF, batch);
    }

    /** Name-based on the cause: directive, clause and agency, or the report that is owed. */
    static String idOf(Assignment it) {
        String cause = it.source() == Assignment.Source.REPORT
                ? "report\n" + it.reportId()
                : "directive\n" + it.directiveId() + "\n" + it.clause() + "\n" + it.agency();
        return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The id of the task that a report obligation became. */
    public static String idOfReportTask(String reportId) {
        return UUID.nameUUIDFromBytes(("report\n" + reportId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
