package vn.dondoc.tasks.give.web;

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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.tasks.deadline.Limits;
import vn.dondoc.tasks.give.GiveTasks;
import vn.dondoc.tasks.handover.HandOver;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.web.Answers;

@RestController
@RequestMapping("/api/v1/tasks")
class GiveTasksController {

    private final GiveTasks give;
    private final HandOver handOver;
    private final Limits limits;
    private final Clock clock;

    GiveTasksController(GiveTasks give, HandOver handOver, Limits limits, Clock clock) {
        this.give = give;
        this.handOver = handOver;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Something that agencies are to do.
     *
     * @param agencies codes
     * @param text what
     * @param dueOn last day in time; absent for a duty without a limit, or one that is counted
     * @param dueAt hour of that day at which it ends
     * @param workingDays from today, instead of a day
     */
    record GiveRequest(
            @NotEmpty @Size(max = 5_000) List<@NotBlank @Size(max = 60) String> agencies,
            @NotBlank @Size(max = 5_000) String text,
            @Nullable LocalDate dueOn,
            @Nullable LocalTime dueAt,
            @Nullable @Min(1) @Max(250) Integer workingDays) {}

    /** @param agency that is the right one */
    record RedirectionRequest(
            @NotBlank @Size(max = 60) String agency,
            @NotBlank @Size(max = 2_000) String reason) {}

    record GivenAnswer(List<GiveTasks.Given> tasks) {}

    @PostMapping
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<GivenAnswer> ask(AccessScope scope, @Valid @RequestBody GiveRequest request, Command command) {
        List<GiveTasks.Given> given =
                give.ask(scope, request.agencies(), request.text(), limit(scope, request), command);
        return ResponseEntity.status(HttpStatus.CREATED).body(new GivenAnswer(given));
    }

    @PostMapping("/{id}/parts")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<GivenAnswer> handDown(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody GiveRequest request, Command command) {
        List<GiveTasks.Given> given =
                give.handDown(scope, id, request.agencies(), request.text(), limit(scope, request), command);
        return ResponseEntity.status(HttpStatus.CREATED).body(new GivenAnswer(given));
    }

    @PostMapping("/{id}/redirection")
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> redirect(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody RedirectionRequest request,
            Command command) {
        return Answers.done(handOver.redirect(scope, id, request.agency(), request.reason(), command));
    }

    private Limit limit(AccessScope scope, GiveRequest request) {
        return limits.given(
                scope.province(), VietnamTime.today(clock), request.dueOn(), request.dueAt(), request.workingDays());
    }
}
