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
import java.util.Optional;
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
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.inbox.PutAside;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.Finding;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.report.Author;
import vn.dondoc.reporting.report.FileReports;
import vn.dondoc.reporting.report.ImportReports;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Reports;
import vn.dondoc.reporting.report.RuleOnReports;
import vn.dondoc.web.Amount;
import vn.dondoc.web.Answers;
import vn.dondoc.web.ConditionalOnVersion;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1")
class ReportController {

    /** Sums of what is broken down may stand beside their parts. */
    private static final int MOST_FIGURES = 2_000;

    private final Reports reports;
    private final Forms forms;
    private final FileReports filing;
    private final RuleOnReports rule;
    private final ImportReports importing;
    private final PutAside putAside;
    private final Clock clock;

    ReportController(
            Reports reports,
            Forms forms,
            FileReports filing,
            RuleOnReports rule,
            ImportReports importing,
            PutAside putAside,
            Clock clock) {
        this.rule = rule;
        this.putAside = putAside;
        this.reports = reports;
        this.forms = forms;
        this.filing = filing;
        this.importing = importing;
        this.clock = clock;
    }

    /**
     * What the caller's own agency reports; an element left out is blank, not zero.
     *
     * @param values by figure; the sum of one that is broken down need not be given
     * @param texts by text element
     * @param explanations of what the form asks to be explained, by code of its check
     * @param nil true to declare that there is nothing to report
     * @param submit whether to file the report at once; absent, it is only filled in
     * @param reason why what stands filed was wrong; needed to correct it
     */
    record FillRequest(
            @NotBlank @Size(max = 60) String form,
            @NotBlank @Size(max = 20) String period,
            @NotNull @Size(max = MOST_FIGURES) Map<String, @Amount BigDecimal> values,

            @Nullable @Size(max = 100) Map<@Size(max = 60) String, @NotNull @Size(max = 20_000) String> texts,

            @Nullable @Size(max = 100) Map<@Size(max = 60) String, @NotBlank @Size(max = 2_000) String> explanations,

            @Nullable Boolean nil,
            @Nullable Boolean submit,
            @Nullable @Size(max = 2_000) String reason) {

        Content content() {
            return ReportController.content(values, texts, explanations, nil);
        }
    }

    record RefillRequest(
            @NotNull @Size(max = MOST_FIGURES) Map<String, @Amount BigDecimal> values,

            @Nullable @Size(max = 100) Map<@Size(max = 60) String, @NotNull @Size(max = 20_000) String> texts,

            @Nullable @Size(max = 100) Map<@Size(max = 60) String, @NotBlank @Size(max = 2_000) String> explanations,

            @Nullable Boolean nil) {

        Content content() {
            return ReportController.content(values, texts, explanations, nil);
        }
    }

    /** @param reason why what stands filed was wrong; needed to correct it */
    record SubmissionRequest(@Nullable @Size(max = 2_000) String reason) {}

    record ReasonRequest(@NotBlank @Size(max = 2_000) String reason) {}

    private static Content content(
            Map<String, BigDecimal> values,
            @Nullable Map<String, String> texts,
            @Nullable Map<String, String> explanations,
            @Nullable Boolean nil) {
        return new Content(
                values,
                texts == null ? Map.of() : texts,
                List.of(),
                explanations == null ? Map.of() : explanations,
                Boolean.TRUE.equals(nil));
    }

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
        Report it = found.state();
        ReportView.Approval approval = it.counts()
                ? form(scope, it).map(form -> ReportView.Approval.of(it, form)).orElse(null)
                : null;
        return Answers.versioned(found, ReportView.of(found, approval, putAside.of(id, found.sequence())));
    }

    /** Every filing, the oldest first, and what was decided. */
    @GetMapping("/reports/{id}/revisions")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<RevisionsView> revisions(AccessScope scope, @PathVariable String id) {
        Versioned<Report> found =
                reports.find(scope, id).orElseThrow(() -> new Failure.NotFound("reporting.no-report", id));
        return Answers.versioned(found, RevisionsView.of(found.state()));
    }

    @PostMapping("/reports")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> fill(AccessScope scope, @Valid @RequestBody FillRequest request, Command command) {
        Period.parse("/period", request.period());
        var handedIn = new FileReports.HandedIn(
                form(scope, request.form()),
                request.period(),
                request.content(),
                Boolean.TRUE.equals(request.submit()),
                request.reason());
        return Answers.done(filing.takeIn(scope, author(scope), handedIn, command));
    }

    /**
     * What was made of a table.
     *
     * @param rows of the table
     * @param taken reports that were filled in or filed
     */
    record ImportedView(int rows, int taken, List<ProblemView> problems) {}

    /** @param pointer line and column, such as {@code /3/HS} */
    record ProblemView(String pointer, String detail, String detailEn) {
        static ProblemView of(Failure.Field it) {
            return new ProblemView(
                    it.pointer(), it.text().vietnamese(), it.text().english());
        }
    }

    /**
     * Reports of many agencies from one table, each taken in or refused by itself.
     *
     * @param submit whether to file them at once; absent, they are only filled in
     */
    @PostMapping(path = "/reports/import", consumes = "text/csv")
    @RolesAllowed({OFFICER, LEAD, SYSTEM})
    ImportedView importCsv(
            AccessScope scope,
            @RequestParam @NotBlank @Size(max = 60) String form,
            @RequestParam @NotBlank @Size(max = 20) String period,
            @RequestParam(defaultValue = "false") boolean submit,
            @RequestBody String csv,
            Command command) {
        Period.parse("period", period);
        ImportReports.Imported imported = importing.takeIn(
                scope, author(scope), new ImportReports.Table(form(scope, form), period, submit, csv), command);
        return new ImportedView(
                imported.rows(),
                imported.taken(),
                imported.problems().stream().map(ProblemView::of).toList());
    }

    /**
     * How far a table is that the caller sent last, under the Idempotency-Key that it was sent with.
     *
     * @param rows of the table
     * @param done rows that were looked at
     * @param taken reports that were filled in or filed
     */
    record ProgressView(int rows, int done, int taken, boolean finished) {}

    /** The request itself answers when all is done; this tells how far it is, also from another connection. */
    @GetMapping("/reports/imports/{key}")
    @RolesAllowed({OFFICER, LEAD, SYSTEM})
    ProgressView importProgress(AccessScope scope, @PathVariable String key) {
        return importing
                .progress(scope, Command.keyOf(scope.actor(), key))
                .map(it -> new ProgressView(it.rows(), it.done(), it.taken(), it.finished()))
                .orElseThrow(() -> new Failure.NotFound("reporting.no-import", key));
    }

    /**
     * What would be said of a report if it were filed so.
     *
     * @param fileable whether it could be
     */
    record Checked(boolean fileable, List<FindingView> findings) {}

    /** @param blocks whether the report cannot be filed so */
    record FindingView(String pointer, boolean blocks, String detail, String detailEn) {
        static FindingView of(Finding it) {
            return new FindingView(
                    it.pointer(), it.blocks(), it.text().vietnamese(), it.text().english());
        }
    }

    @PostMapping("/reports/checks")
    @RolesAllowed({OFFICER, SYSTEM})
    Checked check(AccessScope scope, @Valid @RequestBody FillRequest request) {
        Period.parse("/period", request.period());
        List<Finding> findings =
                filing.findings(scope, form(scope, request.form()), request.period(), request.content());
        return new Checked(
                findings.stream().noneMatch(Finding::blocks),
                findings.stream().map(FindingView::of).toList());
    }

    @PutMapping("/reports/{id}")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> refill(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody RefillRequest request,
            @ConditionalOnVersion Command command) {
        Author by = author(scope);
        return Answers.done(reports.change(
                scope, id, command, it -> it.fill(by, form(scope, it.form()).state(), request.content())));
    }

    @PostMapping("/reports/{id}/submission")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> submit(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable SubmissionRequest request,
            Command command) {
        Author by = author(scope);
        String reason = request == null ? null : request.reason();
        return Answers.done(reports.change(
                scope, id, command, it -> it.submit(by, filing.occasion(scope, it, form(scope, it.form()), reason))));
    }

    @PostMapping("/reports/{id}/withdrawal")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> withdraw(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ReasonRequest request, Command command) {
        Author by = author(scope);
        return Answers.done(reports.change(scope, id, command, it -> it.withdraw(by, request.reason())));
    }

    @PostMapping("/reports/{id}/return")
    @RolesAllowed({LEAD, SUPERVISOR})
    ResponseEntity<Receipt> sendBack(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ReasonRequest request, Command command) {
        return Answers.done(rule.sendBack(scope, author(scope), id, request.reason(), command));
    }

    @PostMapping("/reports/{id}/approval")
    @RolesAllowed({LEAD, SUPERVISOR})
    ResponseEntity<Receipt> approve(AccessScope scope, @PathVariable String id, Command command) {
        return Answers.done(rule.approve(scope, author(scope), id, command));
    }

    @PostMapping("/reports/{id}/excuse")
    @RolesAllowed({LEAD, SUPERVISOR})
    ResponseEntity<Receipt> excuse(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody ReasonRequest request, Command command) {
        return Answers.done(rule.excuse(scope, author(scope), id, request.reason(), command));
    }

    private Optional<ReportForm> form(AccessScope scope, Report it) {
        return forms.find(scope, it.province(), it.form()).map(Versioned::state);
    }

    private Author author(AccessScope scope) {
        return Author.of(scope, clock.instant());
    }

    private Versioned<ReportForm> form(AccessScope scope, String code) {
        return forms.find(scope, scope.province(), code)
                .orElseThrow(() -> new Failure.Invalid("/form", "reporting.no-form-here", code));
    }
}
