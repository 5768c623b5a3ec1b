package vn.dondoc.reporting.target.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.reporting.target.DefineTargets;
import vn.dondoc.reporting.target.Targets;
import vn.dondoc.reporting.target.WrittenTarget;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Code;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/targets")
class TargetController {

    private final Targets targets;
    private final DefineTargets define;

    TargetController(Targets targets, DefineTargets define) {
        this.define = define;
        this.targets = targets;
    }

    /** Which target an indicator measures. */
    record TieRequest(
            @NotBlank @Size(max = 200) String target,
            @NotBlank @Size(max = 60) String indicator) {}

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<TargetView> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable String directive,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable Boolean tied,
            @RequestParam(required = false) @Nullable String year,
            @SortedBy({"directive", "-directive", "name", "-name"}) Page.Request page) {
        var filter = new Targets.Filter(directive, indicator, tied, year, q);
        return Page.of(targets.list(scope, filter, page.window()), page, it -> TargetView.of(it.state()));
    }

    /** Sets a target of a paper that is not in the registry, or another in its place. */
    @PutMapping("/{code}")
    @RolesAllowed({LEAD, ADMIN})
    ResponseEntity<Receipt> put(
            AccessScope scope,
            @PathVariable @Code String code,
            @Valid @RequestBody WrittenTarget request,
            Command command) {
        return Answers.done(define.define(scope, request.read(scope.province(), code), command));
    }

    record DropRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /** A target that was set by hand holds no longer; figures are held against it no more. */
    @PostMapping("/{code}/end")
    @RolesAllowed({LEAD, ADMIN})
    ResponseEntity<Receipt> end(
            AccessScope scope,
            @PathVariable @Code String code,
            @Valid @RequestBody DropRequest request,
            Command command) {
        return Answers.done(define.drop(scope, code, request.reason(), command));
    }

    @PostMapping("/ties")
    @RolesAllowed(LEAD)
    ResponseEntity<Receipt> tie(AccessScope scope, @Valid @RequestBody TieRequest request, Command command) {
        return Answers.done(define.tie(scope, request.target(), request.indicator(), command));
    }
}
