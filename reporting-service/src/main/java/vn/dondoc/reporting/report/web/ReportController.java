package vn.dondoc.reporting.report.web;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.report.Demand;
import vn.dondoc.reporting.report.Demands;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.ReportEvent;
import vn.dondoc.reporting.report.Reports;
import vn.dondoc.web.Amount;
import vn.dondoc.web.Answers;
import vn.dondoc.web.ConditionalOnVersion;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1")
class ReportController {

    private final Reports reports;
    private final Forms forms;
    private final Demands demands;
    private final Clock clock;

    ReportController(Reports reports, Forms forms, Demands demands, Clock clock) {
        this.reports = reports;
        this.forms = forms;
        this.demands = demands;
        this.clock = clock;
    }

    /** A report as it is shown. */
    record ReportView(String id, Report report, boolean onTime) {
        static ReportView of(Versioned<Report> it) {
            return new ReportView(it.id(), it.state(), it.state().onTime());
        }
    }

    /**
     * Figures of the caller's own agency; an element left out is blank, not zero.
     *
     * @param submit whether to file the report at once; absent, it is only filled in
     */
    record FillRequest(
            @NotBlank String form,
            @NotBlank String period,
            @NotNull @Size(max = 1_000) Map<String, @Amount BigDecimal> values,
            @Nullable Boolean submit) {}

    record RefillRequest(@NotNull @Size(max = 1_000) Map<String, @Amount BigDecimal> values) {}

    record ReturnRequest(@NotBlank @Size(max = 2_000) String reason) {}

    @GetMapping("/obligations")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<ReportView> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) Report.@Nullable Status status,
            @RequestParam(name = "due-from", required = false) @Nullable LocalDate dueFrom,
            @RequestParam(name = "due-before", required = false) @Nullable LocalDate dueBefore,
            @SortedBy({"-due", "due"}) Page.Request page) {
        if (period != null) {
            Period.parse("period", period);
        }
        var filter = new Reports.Filter(agency, form, period, status, dueFrom, dueBefore);
        return Page.of(reports.list(scope, filter, page.window()), page, ReportView::of);
    }

    @GetMapping("/reports/{id}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<ReportView> get(AccessScope scope, @PathVariable String id) {
        Versioned<Report> found =
                reports.find(scope, id).orElseThrow(() -> new Failure.NotFound("reporting.no-report", id));
        return Answers.versioned(found, ReportView.of(found));
    }

    @PostMapping("/reports")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> fill(AccessScope scope, @Valid @RequestBody FillRequest request, Command command) {
        Period.parse("/period", request.period());
        ReportForm form = form(scope, request.form());
        LocalDate today = today();
        boolean atOnce = Boolean.TRUE.equals(request.submit());
        return Answers.done(reports.changeOwed(
                scope,
                request.form(),
                request.period(),
                command,
                it -> atOnce
                        ? it.file(form, request.values(), today, answered(scope, it))
                        : it.fill(form, request.values())));
    }

    @PutMapping("/reports/{id}")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> refill(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody RefillRequest request,
            @ConditionalOnVersion Command command) {
        return Answers.done(own(scope, id, command, it -> it.fill(form(scope, it.form()), request.values())));
    }

    @PostMapping("/reports/{id}/submission")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> submit(AccessScope scope, @PathVariable String id, Command command) {
        LocalDate today = today();
        return Answers.done(own(scope, id, command, it -> it.submit(today, answered(scope, it))));
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    private List<Demand> answered(AccessScope scope, Report it) {
        return demands.answeredBy(scope, it.province(), it.agency(), it.period());
    }

    @PostMapping("/reports/{id}/return")
    @RolesAllowed(LEAD)
    ResponseEntity<Receipt> sendBack(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ReturnRequest request, Command command) {
        return Answers.done(reports.change(scope, id, command, it -> it.sendBack(request.reason())));
    }

    @PostMapping("/reports/{id}/approval")
    @RolesAllowed(LEAD)
    ResponseEntity<Receipt> approve(AccessScope scope, @PathVariable String id, Command command) {
        return Answers.done(reports.change(scope, id, command, Report::approve));
    }

    /** Only the agency that owes the report may fill it in and file it. */
    private Receipt own(
            AccessScope scope, String id, Command command, Function<Report, Decision<Report, ReportEvent>> decide) {
        String agency = scope.agency();
        return reports.change(scope, id, command, it -> {
            if (!it.agency().equals(agency)) {
                throw new Failure.NotFound("reporting.no-report", id);
            }
            return decide.apply(it);
        });
    }

    private ReportForm form(AccessScope scope, String code) {
        return forms.find(scope, scope.province(), code)
                .orElseThrow(() -> new Failure.Invalid("/form", "reporting.no-form-here", code))
                .state();
    }
}
