package vn.dondoc.tasks.desk.web;

import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.failure.Text;
import vn.dondoc.tasks.deadline.Limits;
import vn.dondoc.tasks.deadline.Rungs;
import vn.dondoc.tasks.desk.RelatedTasks;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.State;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.web.Amount;
import vn.dondoc.web.Answers;

/** The steps of a task: those of the agency that has it, and those of the assigner. Who may is decided by {@link Task}. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
class TaskStepsController {

    private static final int MOST_QUESTIONS = 100;

    private final Tasks tasks;
    private final RelatedTasks related;
    private final Limits limits;
    private final Rungs rungs;
    private final Clock clock;

    TaskStepsController(Tasks tasks, RelatedTasks related, Limits limits, Rungs rungs, Clock clock) {
        this.tasks = tasks;
        this.related = related;
        this.limits = limits;
        this.rungs = rungs;
        this.clock = clock;
    }

    /**
     * How far a task is.
     *
     * @param figures by what they measure
     */
    record ProgressRequest(
            @NotNull @Min(0) @Max(100) Integer percent,
            @Nullable @Size(max = 2_000) String note,

            @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 100) String, @NotNull @Amount BigDecimal> figures) {}

    /**
     * What shows that a task is done.
     *
     * @param number of the paper that answers, and {@code date} its date
     */
    record CompletionRequest(
            @Nullable @Size(max = 2_000) String evidence,
            @Nullable @Size(max = 100) String number,
            @Nullable LocalDate date) {}

    /** Why. */
    record ReasonRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /** @param note what is to be said with it */
    record NoteRequest(@Nullable @Size(max = 2_000) String note) {}

    /** What is said. */
    record TextRequest(@NotBlank @Size(max = 2_000) String text) {}

    /** @param proposed agency that is the right one */
    record RefusalRequest(
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable @Size(max = 60) String proposed) {}

    /** @param dueOn until when it has to be done now; absent leaves the limit */
    record ReturnRequest(
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable LocalDate dueOn) {}

    record ExtensionRequest(
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = 2_000) String reason) {}

    /** @param dueOn last day that is given; absent for the one that was asked for */
    record ExtensionDecisionRequest(
            @NotNull Boolean granted,
            @Nullable LocalDate dueOn,
            @Nullable @Size(max = 2_000) String reason) {}

    /** @param startedOn day on which the event happened from which the limit counts */
    record StartRequest(@NotNull LocalDate startedOn) {}

    @PostMapping("/acceptance")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> accept(AccessScope scope, @PathVariable String id, Command command) {
        return step(scope, id, command, Task::accept);
    }

    @PostMapping("/refusal")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> refuse(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody RefusalRequest request, Command command) {
        return step(scope, id, command, (task, by) -> task.refuse(by, request.reason(), request.proposed()));
    }

    @PostMapping("/refusal/rejection")
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> insist(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ReasonRequest request, Command command) {
        return step(scope, id, command, (task, by) -> task.insist(by, request.reason()));
    }

    @PostMapping("/progress")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> progress(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ProgressRequest request, Command command) {
        Map<String, BigDecimal> figures = request.figures() == null ? Map.of() : request.figures();
        return step(scope, id, command, (task, by) -> task.progress(by, request.percent(), request.note(), figures));
    }

    @PostMapping("/completion")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> complete(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody CompletionRequest request,
            Command command) {
        var product = new State.Product(request.evidence(), request.number(), request.date());
        return step(scope, id, command, (task, by) -> task.complete(by, product));
    }

    @PostMapping("/verification")
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> verify(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody NoteRequest request, Command command) {
        return step(scope, id, command, (task, by) -> task.verify(by, request.note()));
    }

    @PostMapping("/return")
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> sendBack(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ReturnRequest request, Command command) {
        return step(
                scope, id, command, (task, by) -> task.sendBack(by, request.reason(), request.dueOn(), rungs::first));
    }

    @PostMapping("/extension")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> askForExtension(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ExtensionRequest request, Command command) {
        return step(scope, id, command, (task, by) -> task.askForExtension(by, request.dueOn(), request.reason()));
    }

    @PostMapping("/extension/decision")
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> decideOnExtension(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody ExtensionDecisionRequest request,
            Command command) {
        return step(
                scope,
                id,
                command,
                (task, by) -> request.granted()
                        ? task.grantExtension(by, request.dueOn(), request.reason(), rungs::first)
                        : task.refuseExtension(by, request.reason()));
    }

    @PostMapping("/withdrawal")
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> withdraw(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ReasonRequest request, Command command) {
        return step(scope, id, command, (task, by) -> task.takeBack(by, request.reason()));
    }

    @PostMapping("/start")
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> start(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody StartRequest request, Command command) {
        String reason = Text.of("tasks.because-happened", request.startedOn()).vietnamese();
        return step(
                scope,
                id,
                command,
                (task, by) ->
                        task.happened(by, request.startedOn(), limits.of(task.assignment()), rungs::first, reason));
    }

    @PostMapping("/contribution")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> contribute(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody TextRequest request, Command command) {
        return step(scope, id, command, (task, by) -> task.contribute(by, request.text(), related.leads(task)));
    }

    @PostMapping("/press")
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> press(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody TextRequest request, Command command) {
        return step(scope, id, command, (task, by) -> task.press(by, request.text()));
    }

    @PostMapping("/questions")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> ask(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody TextRequest request, Command command) {
        return step(scope, id, command, (task, by) -> task.ask(by, request.text()));
    }

    @PostMapping("/questions/{question}/answer")
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> answer(
            AccessScope scope,
            @PathVariable String id,
            @PathVariable @Min(1) @Max(MOST_QUESTIONS) int question,
            @Valid @RequestBody TextRequest request,
            Command command) {
        return step(scope, id, command, (task, by) -> task.answer(by, question, request.text()));
    }

    private ResponseEntity<Receipt> step(
            AccessScope scope, String id, Command command, BiFunction<Task, Actor, Decision<Task, TaskEvent>> decide) {
        Actor by = Actor.of(scope, clock.instant());
        return Answers.done(tasks.change(scope, id, command, task -> decide.apply(task, by)));
    }
}
