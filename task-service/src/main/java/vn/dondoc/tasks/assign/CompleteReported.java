package vn.dondoc.tasks.assign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.deadline.Rungs;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.State;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;

/**
 * Completes tasks because reports came in, and opens them again because reports were returned: read together and written
 * together, and one by one where another writer came between. Completing twice completes once. A task that was handed over
 * is done at those who carry on.
 */
@Component
public class CompleteReported {

    private static final AccessScope SELF = AccessScope.ofService("complete-tasks-when-report-submitted");

    private final Tasks tasks;
    private final KeptAnswers kept;
    private final Rungs rungs;
    private final Clock clock;

    CompleteReported(Tasks tasks, KeptAnswers kept, Rungs rungs, Clock clock) {
        this.tasks = tasks;
        this.kept = kept;
        this.rungs = rungs;
        this.clock = clock;
    }

    /**
     * A task that is done by a report.
     *
     * @param taskIds under which it may be found; the first that is there is done
     * @param owed whether the task must be there; if not, it may come later, or never
     */
    public record Completion(List<String> taskIds, boolean owed, LocalDate on, String evidence, CausedBy cause) {

        public Completion {
            taskIds = List.copyOf(taskIds);
        }

        Completion at(String otherTask) {
            return new Completion(List.of(otherTask), false, on, evidence, cause);
        }
    }

    /** @throws vn.dondoc.failure.Failure.NotFound if a task that is owed is not there yet */
    public void complete(List<Completion> completions) {
        Map<String, Versioned<Task>> found = found(completions.stream()
                .flatMap(it -> it.taskIds().stream())
                .distinct()
                .toList());
        List<Tasks.Change> changes = new ArrayList<>();
        List<Completion> carriedOn = new ArrayList<>();
        for (Completion it : completions) {
            Versioned<Task> task = first(it, found);
            if (task == null && it.owed()) {
                throw new Failure.NotFound("tasks.no-task", it.taskIds().getFirst());
            } else if (task == null) {
                early(it);
            } else if (task.state().state() instanceof State.HandedOver over) {
                over.to().forEach(heir -> carriedOn.add(it.at(heir)));
            } else {
                try (CausedBy.Scope caused = it.cause().open()) {
                    Decision<Task, TaskEvent> decision = decide(it, task.state());
                    if (decision.changed()) {
                        changes.add(new Tasks.Change(task, decision));
                    }
                }
            }
        }
        if (tasks.changeAll(SELF, changes) < changes.size()) {
            for (Completion it : completions) {
                Versioned<Task> task = first(it, found);
                if (task != null) {
                    alone(task.id(), it);
                }
            }
        }
        if (!carriedOn.isEmpty()) {
            complete(carriedOn);
        }
    }

    private static @Nullable Versioned<Task> first(Completion completion, Map<String, Versioned<Task>> found) {
        return completion.taskIds().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Kept until its task comes; if that came just now, it is done just now. */
    private void early(Completion it) {
        kept.keep(SELF, it);
        for (String come : found(it.taskIds()).keySet()) {
            alone(come, it);
            kept.forget(SELF, List.of(come));
        }
    }

    /** A report was returned: what it did has to be done again. */
    public void reopen(Collection<String> taskIds, String evidence, String reason, CausedBy cause) {
        try (CausedBy.Scope caused = cause.open()) {
            for (Versioned<Task> task : found(taskIds).values()) {
                if (task.state().state() instanceof State.HandedOver over) {
                    reopen(over.to(), evidence, reason, cause);
                } else {
                    Actor self = Actor.self(SELF.actor(), clock.instant());
                    tasks.change(
                            SELF,
                            task.id(),
                            Command.causedBy(cause.causationId(), SELF.actor()),
                            it -> it.reportReturned(self, evidence, reason, rungs.first(it.assignment())));
                }
            }
        }
        kept.forget(SELF, taskIds);
    }

    /** The report need not be filed, so its task need not be done. */
    public void excuse(String taskId, String reason, CausedBy cause) {
        Actor self = Actor.self(SELF.actor(), clock.instant());
        try (CausedBy.Scope caused = cause.open()) {
            tasks.change(
                    SELF,
                    taskId,
                    Command.causedBy(cause.causationId(), SELF.actor()),
                    it -> it.withdraw(self, self.day(), reason));
        }
    }

    private Map<String, Versioned<Task>> found(Collection<String> ids) {
        return tasks.findAll(SELF, ids).stream().collect(Collectors.toMap(Versioned::id, Function.identity()));
    }

    private Decision<Task, TaskEvent> decide(Completion completion, Task task) {
        Actor self = Actor.self(SELF.actor(), clock.instant());
        return task.doneByReport(self, completion.on(), completion.evidence());
    }

    private void alone(String id, Completion it) {
        try (CausedBy.Scope caused = it.cause().open()) {
            tasks.change(SELF, id, Command.causedBy(it.cause().causationId(), SELF.actor()), task -> decide(it, task));
        }
    }
}
