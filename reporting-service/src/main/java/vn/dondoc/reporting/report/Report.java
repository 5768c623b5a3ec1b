package vn.dondoc.reporting.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.ReportForm;

/**
 * One agency's report for one period: first owed, then filled in, filed, and approved or returned. A data element that is
 * absent was left blank, which is not zero.
 *
 * @param ancestors agencies whose figures include this one, as of the opening of the period
 * @param draft figures being filled in
 * @param revision number of the last filing; 0 before the first
 * @param filed figures of that filing
 * @param answers clauses that this report answers
 */
public record Report(
        String province,
        String form,
        String formName,
        String period,
        String agency,
        List<String> ancestors,
        LocalDate windowStart,
        LocalDate windowEnd,
        LocalDate dueOn,
        Status status,
        Map<String, BigDecimal> draft,
        int revision,
        Map<String, BigDecimal> filed,
        @Nullable LocalDate filedOn,
        @Nullable String returnReason,
        List<Demand> answers) {

    /** Where a report stands. */
    public enum Status {
        OWED,
        FILED,
        RETURNED,
        APPROVED
    }

    public Report {
        ancestors = List.copyOf(ancestors);
        answers = List.copyOf(answers);
        draft = Collections.unmodifiableMap(new TreeMap<>(draft));
        filed = Collections.unmodifiableMap(new TreeMap<>(filed));
    }

    /** A report that an agency owes from the day its period opens. */
    public static Report owed(ReportForm form, Period period, String agency, List<String> ancestors, LocalDate dueOn) {
        return new Report(
                form.province(),
                form.code(),
                form.name(),
                period.code(),
                agency,
                ancestors,
                period.windowStart(),
                period.windowEnd(),
                dueOn,
                Status.OWED,
                Map.of(),
                0,
                Map.of(),
                null,
                null,
                List.of());
    }

    /** Derived from form, period and agency, so that the same report is owed once. */
    public static String idOf(String province, String form, String period, String agency) {
        String identity = province + "\n" + form + "\n" + period + "\n" + agency;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public String id() {
        return idOf(province, form, period, agency);
    }

    /** Whether the last filing came by the last day. */
    public boolean onTime() {
        return filedOn != null && !filedOn.isAfter(dueOn);
    }

    /** Fills in figures; what was filled in before is replaced. */
    public Decision<Report, ReportEvent> fill(ReportForm definition, Map<String, BigDecimal> values) {
        if (status == Status.APPROVED) {
            throw new Failure.Rejected("reporting.report-approved");
        }
        for (String element : values.keySet()) {
            if (!definition.has(element)) {
                throw new Failure.Invalid("/values/" + element, "reporting.form-without-element", form);
            }
        }
        return Decision.quietly(with(status, values, revision, filed, filedOn, returnReason, answers));
    }

    /**
     * Files what was filled in. An empty report is a nil report, and a report.
     *
     * @param demands clauses that it answers
     */
    public Decision<Report, ReportEvent> submit(LocalDate today, List<Demand> demands) {
        if (status == Status.APPROVED || status == Status.FILED && draft.equals(filed)) {
            return Decision.nothing(this);
        }
        Report after = with(Status.FILED, draft, revision + 1, draft, today, null, demands);
        return Decision.of(
                after, revision == 0 ? new ReportEvent.ReportSubmitted(after) : new ReportEvent.ReportCorrected(after));
    }

    /** Fills in and files in one step. */
    public Decision<Report, ReportEvent> file(
            ReportForm definition, Map<String, BigDecimal> values, LocalDate today, List<Demand> demands) {
        Decision<Report, ReportEvent> filled = fill(definition, values);
        Decision<Report, ReportEvent> filedToo = filled.state().submit(today, demands);
        if (filedToo.changed()) {
            return filedToo;
        }
        return filled.state().equals(this) ? Decision.nothing(this) : filled;
    }

    /** Sends a filed report back; it no longer counts as filed. */
    public Decision<Report, ReportEvent> sendBack(String reason) {
        requireFiled();
        Report after = with(Status.RETURNED, draft, revision, filed, filedOn, reason, answers);
        return Decision.of(after, new ReportEvent.ReportReturned(after, reason));
    }

    public Decision<Report, ReportEvent> approve() {
        if (status == Status.APPROVED) {
            return Decision.nothing(this);
        }
        requireFiled();
        Report after = with(Status.APPROVED, filed, revision, filed, filedOn, null, answers);
        return Decision.of(after, new ReportEvent.ReportApproved(after));
    }

    private void requireFiled() {
        if (status != Status.FILED && status != Status.APPROVED) {
            throw new Failure.Rejected("reporting.report-not-filed");
        }
    }

    private Report with(
            Status newStatus,
            Map<String, BigDecimal> newDraft,
            int newRevision,
            Map<String, BigDecimal> newFiled,
            @Nullable LocalDate newFiledOn,
            @Nullable String reason,
            List<Demand> demands) {
        return new Report(
                province,
                form,
                formName,
                period,
                agency,
                ancestors,
                windowStart,
                windowEnd,
                dueOn,
                newStatus,
                newDraft,
                newRevision,
                newFiled,
                newFiledOn,
                reason,
                demands);
    }
}
