package vn.dondoc.reporting.workbook.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.report.Author;
import vn.dondoc.reporting.report.FileReports;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Reports;
import vn.dondoc.reporting.workbook.ReadWorkbook;
import vn.dondoc.reporting.workbook.WriteWorkbook;
import vn.dondoc.web.Answers;

@RestController
@RequestMapping("/api/v1/reports")
class WorkbookController {

    private final Reports reports;
    private final Forms forms;
    private final FileReports filing;
    private final Clock clock;

    WorkbookController(Reports reports, Forms forms, FileReports filing, Clock clock) {
        this.reports = reports;
        this.forms = forms;
        this.filing = filing;
        this.clock = clock;
    }

    /** The report as a workbook to be filled in (XLSX), with what was filled in so far. */
    @GetMapping("/{id}/workbook")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<byte[]> workbook(AccessScope scope, @PathVariable String id) {
        Report report = reports.find(scope, id)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-report", id))
                .state();
        Versioned<ReportForm> form = form(scope, report.province(), report.form());
        byte[] file =
                WriteWorkbook.of(report, form, reports.earlier(scope, report, 1).before());
        return Answers.download(report.form() + "-" + report.period() + "-" + report.agency() + ".xlsx")
                .body(file);
    }

    /**
     * Fills in the report of the caller's agency from its workbook.
     *
     * @param submit whether to file it at once
     * @param reason why what stands filed was wrong
     */
    @PostMapping(path = "/workbook", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> takeIn(
            AccessScope scope,
            @RequestParam(defaultValue = "false") boolean submit,
            @RequestParam(required = false) @Nullable @Size(max = 2_000) String reason,
            @RequestBody byte[] file,
            Command command) {
        ReadWorkbook workbook = ReadWorkbook.open(file);
        Versioned<ReportForm> form = form(scope, scope.province(), workbook.form());
        try {
            Period.parse("/period", workbook.period());
            var handedIn = new FileReports.HandedIn(
                    form, workbook.period(), workbook.content(form, scope.agency()), submit, reason);
            return Answers.done(filing.takeIn(scope, Author.of(scope, clock.instant()), handedIn, command));
        } catch (Failure.Invalid wrong) {
            throw ReadWorkbook.inCells(wrong, form.state());
        }
    }

    private Versioned<ReportForm> form(AccessScope scope, String province, String code) {
        return forms.find(scope, province, code)
                .orElseThrow(() -> new Failure.Invalid("", "reporting.no-form-here", code));
    }
}
