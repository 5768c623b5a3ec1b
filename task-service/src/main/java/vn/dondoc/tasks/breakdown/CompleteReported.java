package vn.dondoc.tasks.breakdown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;

/**
 * Completes tasks because reports came in: read together and written together, and one by one where another writer came
 * between. Completing twice completes once.
 */
@Component
public class CompleteReported {

    private static final AccessScope SELF = AccessScope.ofService("complete-tasks-when-report-submitted");

    private final Tasks tasks;

    CompleteReported(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * A task that is done by a report.
     *
     * @param owed whether the task must be there; if not, there may be none
     */
    public record Completion(String taskId, boolean owed, LocalDate on, String evidence, CausedBy cause) {

        private Decision<Task, TaskEvent> of(Task task) {
            return task.status() == Task.Status.WITHDRAWN ? Decision.nothing(task) : task.complete(on, evidence);
        }
    }

    /** @throws vn.dondoc.failure.Failure.NotFound if a task that is owed is not there yet */
    public void complete(List<Completion> completions) {
        Map<String, Versioned<Task>> found =
                tasks
                        .findAll(
                                SELF,
                                completions.stream()
                                        .map(Completion::taskId)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Versioned::id, Function.identity()));
        List<Tasks.Change> changes = new ArrayList<>();
        for (Completion it : completions) {
            Versioned<Task> task = found.get(it.taskId());
            if (task == null && it.owed()) {
                alone(it);
            } else if (task != null) {
                try (CausedBy.Scope caused = it.cause().open()) {
                    Decision<Task, TaskEvent> decision = it.of(task.state());
                    if (decision.changed()) {
                        changes.add(new Tasks.Change(task, decision));
                    }
                }
            }
        }
        if (tasks.changeAll(SELF, changes) < changes.size()) {
            completions.stream().filter(it -> found.containsKey(it.taskId())).forEach(this::alone);
        }
    }

    private void alone(Completion it) {
        try (CausedBy.Scope caused = it.cause().open()) {
            tasks.change(SELF, it.taskId(), Command.causedBy(it.cause().causationId(), SELF.actor()), it::of);
        }
    }
}
