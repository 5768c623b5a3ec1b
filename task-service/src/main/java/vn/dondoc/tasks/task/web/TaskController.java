package vn.dondoc.tasks.task.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.tasks.task.TimeLimitClass;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private final Tasks tasks;
    private final Clock clock;

    TaskController(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** How far a task is. */
    record ProgressRequest(
            @NotNull @Min(0) @Max(100) Integer percent,
            @Nullable @Size(max = 2_000) String note) {}

    /** What shows that a task is done. */
    record CompletionRequest(@Nullable @Size(max = 2_000) String evidence) {}

    /** @param standing in which class of the scoreboard it counts today */
    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<TaskView> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String directive,
            @RequestParam(required = false) @Nullable String clause,
            @RequestParam(name = "class", required = false) @Nullable TimeLimitClass timeLimit,
            @RequestParam(required = false) Task.@Nullable Standing standing,
            @RequestParam(required = false) Task.@Nullable Status status,
            @RequestParam(required = false) Assignment.@Nullable Role role,
            @RequestParam(name = "due-from", required = false) @Nullable LocalDate dueFrom,
            @RequestParam(name = "due-before", required = false) @Nullable LocalDate dueBefore,
            @SortedBy({"due", "-due", "-created", "created"}) Page.Request page) {
        var filter = new Tasks.Filter(agency, directive, clause, timeLimit, standing, status, role, dueFrom, dueBefore);
        return Page.of(tasks.list(scope, filter, today(), page.window()), page, it -> TaskView.of(it, today()));
    }

    @GetMapping("/{id}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<TaskView> get(AccessScope scope, @PathVariable String id) {
        Versioned<Task> found = tasks.find(scope, id).orElseThrow(() -> new Failure.NotFound("tasks.no-task", id));
        return Answers.versioned(found, TaskView.of(found, today()));
    }

    @PostMapping("/{id}/acceptance")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> accept(AccessScope scope, @PathVariable String id, Command command) {
        return own(scope, id, command, Task::accept);
    }

    @PostMapping("/{id}/progress")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> progress(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ProgressRequest request, Command command) {
        return own(scope, id, command, it -> it.progress(request.percent(), request.note()));
    }

    @PostMapping("/{id}/completion")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> complete(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody CompletionRequest request,
            Command command) {
        return own(scope, id, command, it -> it.complete(today(), request.evidence()));
    }

    /** Only the agency that was given the task may say how it stands. */
    private ResponseEntity<Receipt> own(
            AccessScope scope, String id, Command command, Function<Task, Decision<Task, TaskEvent>> decide) {
        String agency = scope.agency();
        return Answers.done(tasks.change(scope, id, command, task -> {
            if (!task.assignment().agency().equals(agency)) {
                throw new Failure.NotFound("tasks.no-task", id);
            }
            return decide.apply(task);
        }));
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
