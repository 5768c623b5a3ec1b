package vn.dondoc.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.Earlier;
import vn.dondoc.reporting.form.Finding;
import vn.dondoc.reporting.form.ReportForm;

/** Files reports, with the clauses that they answer and the figures of the period before. */
@Component
public class FileReports {

    private final Reports reports;
    private final Demands demands;

    FileReports(Reports reports, Demands demands) {
        this.reports = reports;
        this.demands = demands;
    }

    /**
     * What an agency hands in for a period.
     *
     * @param form which it is filled in by
     * @param submit whether to file it at once; it is only filled in if not
     * @param reason why what stands filed was wrong
     */
    public record HandedIn(
            Versioned<ReportForm> form,
            String period,
            Content content,
            boolean submit,
            @Nullable String reason) {}

    /**
     * Takes in what the agency of the caller owes.
     *
     * @throws Failure.NotFound if it owes no such report
     * @throws Failure.Invalid naming what is wrong in it
     */
    public Receipt takeIn(AccessScope scope, Author by, HandedIn it, Command command) {
        return takeIn(scope, scope.agency(), by, it, command);
    }

    /**
     * Takes in what an agency in sight owes.
     *
     * @throws Failure.NotFound if it owes no such report, or is not in sight
     * @throws Failure.Invalid naming what is wrong in it
     */
    public Receipt takeIn(AccessScope scope, String agency, Author by, HandedIn it, Command command) {
        return reports.changeOwed(
                scope,
                new Reports.Owed(it.form().state().code(), it.period(), agency),
                command,
                report -> it.submit()
                        ? report.file(by, it.content(), occasion(scope, report, it.form(), it.reason()))
                        : report.fill(by, it.form().state(), it.content()));
    }

    /** @param reason why what stands filed was wrong */
    public Report.Occasion occasion(
            AccessScope scope, Report report, Versioned<ReportForm> form, @Nullable String reason) {
        return new Report.Occasion(
                form,
                earlier(scope, report, form.state()),
                demands.answeredBy(scope, report.province(), report.agency(), report.period()),
                reason);
    }

    /**
     * Everything that is to be said of a report of the caller's agency if it were filed with this content.
     *
     * @throws Failure.NotFound if the agency owes no such report
     */
    public List<Finding> findings(AccessScope scope, Versioned<ReportForm> form, String period, Content content) {
        String code = form.state().code();
        Report owed = reports.find(scope, Report.idOf(scope.province(), code, period, scope.agency()))
                .orElseThrow(() -> new Failure.NotFound("reporting.nothing-owed", code, period, scope.agency()))
                .state();
        Content complete = form.state().withSums(content.withFiles(owed.draft().files()));
        return form.state().findings(complete, earlier(scope, owed, form.state()));
    }

    private Earlier earlier(AccessScope scope, Report report, ReportForm form) {
        return form.looksBack() == 0 ? Earlier.NOTHING : reports.earlier(scope, report, form.looksBack());
    }
}
