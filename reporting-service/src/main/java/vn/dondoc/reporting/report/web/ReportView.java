package vn.dondoc.reporting.report.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.messaging.inbox.PutAside;
import vn.dondoc.reporting.form.AttachedFile;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.report.Demand;
import vn.dondoc.reporting.report.Report;

/**
 * A report as it is shown.
 *
 * @param onTime whether the last filing came by the last day
 * @param approval absent in lists, and while nothing is filed
 * @param notTakenUp services that could not take up what they were told of it; absent in lists
 */
record ReportView(
        String id,
        Body report,
        boolean onTime,
        @Nullable Approval approval,
        @Nullable List<PutAside.NotTakenUp> notTakenUp) {

    /**
     * How far a filed report came on the way through those who approve it.
     *
     * @param level how many approved it
     * @param levels how many have to
     * @param next code of the agency whose turn it is; absent where any lead may, and when all have
     */
    record Approval(int level, int levels, @Nullable String next) {

        static Approval of(Report it, ReportForm form) {
            return it.status() == Report.Status.APPROVED
                    ? new Approval(form.levels(it.agency()), form.levels(it.agency()), null)
                    : new Approval(
                            it.approvals(),
                            form.levels(it.agency()),
                            form.approver(it.agency(), it.approvals()).orElse(null));
        }
    }

    /**
     * What stands in it.
     *
     * @param draft figures being filled in, as texts, files, explanations and nil are; an element that is absent was left blank,
     *     which is not zero
     * @param texts what is told in words, by text element
     * @param files beside it
     * @param explanations of what the form asks to be explained, by code of its check
     * @param nil whether it is declared that there is nothing to report
     * @param revision number of the last filing; 0 before the first
     * @param filed figures of that filing
     * @param filedBeside what else was filed with them; absent before the first
     * @param returnReason why it has to be done again
     * @param answers clauses that it answers
     */
    record Body(
            String province,
            String form,
            String formName,
            String period,
            String agency,
            List<String> ancestors,
            LocalDate windowStart,
            LocalDate windowEnd,
            LocalDate dueOn,
            Report.Status status,
            Map<String, BigDecimal> draft,
            Map<String, String> texts,
            List<AttachedFile> files,
            Map<String, String> explanations,
            boolean nil,
            int revision,
            Map<String, BigDecimal> filed,
            @Nullable Beside filedBeside,
            @Nullable LocalDate filedOn,
            @Nullable String returnReason,
            List<Demand> answers) {}

    /** What was filed beside the figures: this is what is approved, not what is being filled in. */
    record Beside(Map<String, String> texts, List<AttachedFile> files, Map<String, String> explanations, boolean nil) {

        static Beside of(Content it) {
            return new Beside(it.texts(), it.files(), it.explanations(), it.nil());
        }
    }

    static ReportView of(Versioned<Report> found) {
        return of(found, null, null);
    }

    static ReportView of(
            Versioned<Report> found, @Nullable Approval approval, @Nullable List<PutAside.NotTakenUp> notTakenUp) {
        Report it = found.state();
        return new ReportView(
                found.id(),
                new Body(
                        it.province(),
                        it.form(),
                        it.formName(),
                        it.period(),
                        it.agency(),
                        it.ancestors(),
                        it.windowStart(),
                        it.windowEnd(),
                        it.dueOn(),
                        it.status(),
                        it.draft().values(),
                        it.draft().texts(),
                        it.draft().files(),
                        it.draft().explanations(),
                        it.draft().nil(),
                        it.revision(),
                        it.filed(),
                        it.filings().isEmpty()
                                ? null
                                : Beside.of(it.filings().getLast().content()),
                        it.filedOn(),
                        it.returnReason(),
                        it.answers()),
                it.onTime(),
                approval,
                notTakenUp);
    }
}
