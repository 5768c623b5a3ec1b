package vn.dondoc.reporting.report;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;

/** Approves reports, sends them back, and excuses agencies from them. Who may is the word of their form. */
@Component
public class RuleOnReports {

    private final Reports reports;
    private final Forms forms;

    RuleOnReports(Reports reports, Forms forms) {
        this.reports = reports;
        this.forms = forms;
    }

    /**
     * Approves a report, or passes it on to who approves next.
     *
     * @throws Failure.Forbidden naming whose turn it is
     */
    public Receipt approve(AccessScope scope, Author by, String id, Command command) {
        return reports.change(scope, id, command, it -> {
            ReportForm form = form(scope, it).orElseThrow(() -> new Failure.NotFound("reporting.no-form", it.form()));
            if (it.status() != Report.Status.APPROVED) {
                form.requireApprover(scope, it.agency(), it.approvals());
            }
            return it.approve(by, form);
        });
    }

    /** @throws Failure.Forbidden if the caller neither leads its form nor approves its reports */
    public Receipt sendBack(AccessScope scope, Author by, String id, String reason, Command command) {
        return reports.change(scope, id, command, it -> {
            form(scope, it).ifPresent(form -> form.requireLeadOrApprover(scope, it.agency()));
            return it.sendBack(by, reason);
        });
    }

    /** @throws Failure.Forbidden if the caller does not lead its form */
    public Receipt excuse(AccessScope scope, Author by, String id, String reason, Command command) {
        return reports.change(scope, id, command, it -> {
            form(scope, it).ifPresent(form -> form.requireLeadOf(scope, it.agency()));
            return it.excuse(by, reason);
        });
    }

    private Optional<ReportForm> form(AccessScope scope, Report it) {
        return forms.find(scope, it.province(), it.form()).map(Versioned::state);
    }
}
