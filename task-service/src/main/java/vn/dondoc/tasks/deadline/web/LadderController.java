package vn.dondoc.tasks.deadline.web;

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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.deadline.Ladder;
import vn.dondoc.tasks.deadline.Ladders;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.web.Answers;

@RestController
@RequestMapping("/api/v1/ladders")
class LadderController {

    private final Ladders ladders;

    LadderController(Ladders ladders) {
        this.ladders = ladders;
    }

    /** @param rungs by ascending offset */
    record LadderRequest(
            @NotNull LocalTime hour,
            @NotEmpty @Size(max = 30) List<@NotNull @Valid RungRequest> rungs) {}

    /** @param offset working days from the last day in time */
    record RungRequest(
            @NotNull @Min(-60) @Max(120) Integer offset,
            @NotEmpty @Size(max = 3) List<@NotNull @Valid ToldRequest> told) {}

    record ToldRequest(
            TaskEvent.@NotNull Whom whom,
            @NotEmpty @Size(max = 2) List<TaskEvent.@NotNull Way> ways) {}

    @GetMapping("/{province}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<Ladder> get(AccessScope scope, @PathVariable String province) {
        refuseOthers(scope, province);
        return ladders.find(scope)
                .map(it -> Answers.versioned(it, it.state()))
                .orElseGet(() -> ResponseEntity.ok(ladders.of(scope, province)));
    }

    @PutMapping("/{province}")
    @RolesAllowed({CLERK, ADMIN})
    ResponseEntity<Receipt> put(
            AccessScope scope,
            @PathVariable String province,
            @Valid @RequestBody LadderRequest request,
            Command command) {
        refuseOthers(scope, province);
        var ladder = new Ladder(
                request.hour(),
                request.rungs().stream()
                        .map(it -> new Ladder.Rung(
                                it.offset(),
                                it.told().stream()
                                        .map(told -> new TaskEvent.Told(told.whom(), told.ways()))
                                        .toList()))
                        .toList());
        return Answers.done(ladders.decide(scope, ladder, command));
    }

    private static void refuseOthers(AccessScope scope, String province) {
        if (!province.equals(scope.province())) {
            throw new Failure.NotFound("tasks.no-ladder", province);
        }
    }
}
