package vn.dondoc.reporting.obligation.web;

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
import java.time.LocalDate;
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
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.obligation.DefineRegimes;
import vn.dondoc.reporting.obligation.OpenPeriods;
import vn.dondoc.reporting.obligation.Regimes;
import vn.dondoc.reporting.obligation.WrittenRegime;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Code;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/regimes")
class RegimeController {

    private final Regimes regimes;
    private final DefineRegimes define;
    private final OpenPeriods openPeriods;

    RegimeController(Regimes regimes, DefineRegimes define, OpenPeriods openPeriods) {
        this.regimes = regimes;
        this.define = define;
        this.openPeriods = openPeriods;
    }

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<RegimeView> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) Period.@Nullable Frequency frequency,
            @SortedBy({"code", "-code"}) Page.Request page) {
        return Page.of(regimes.list(scope, form, frequency, page.window()), page, it -> RegimeView.of(it.state()));
    }

    @GetMapping("/{code}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<RegimeView> get(AccessScope scope, @PathVariable String code) {
        var found = regimes.find(scope, scope.province(), code)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-regime", code));
        return Answers.versioned(found, RegimeView.of(found.state()));
    }

    @PutMapping("/{code}")
    @RolesAllowed({LEAD, ADMIN})
    ResponseEntity<Receipt> put(
            AccessScope scope,
            @PathVariable @Code String code,
            @Valid @RequestBody WrittenRegime request,
            Command command) {
        return Answers.done(define.define(scope, request.read(scope.province(), code), command));
    }

    /** @param dueOn last day for filing in time; absent for what the regime gives, counted from today if that is over */
    record OpeningRequest(
            @NotBlank @Size(max = 20) String period,
            @Nullable LocalDate dueOn) {}

    @PostMapping("/{code}/periods")
    @RolesAllowed({LEAD, ADMIN})
    OpenPeriods.Opened open(
            AccessScope scope, @PathVariable String code, @Valid @RequestBody OpeningRequest request, Command command) {
        return openPeriods.open(scope, code, request.period(), request.dueOn(), command);
    }
}
