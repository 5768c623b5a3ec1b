package vn.dondoc.reporting.report.mongo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.report.Demand;
import vn.dondoc.reporting.report.Report;

/** A report as it is stored. */
record ReportDocument(
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
        int revision,
        Map<String, BigDecimal> filed,
        @Nullable LocalDate filedOn,
        @Nullable String returnReason,
        List<Demand> answers) {

    static ReportDocument from(Report it) {
        return new ReportDocument(
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
                it.draft(),
                it.revision(),
                it.filed(),
                it.filedOn(),
                it.returnReason(),
                it.answers());
    }

    Report toReport() {
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
                status,
                draft == null ? Map.of() : draft,
                revision,
                filed == null ? Map.of() : filed,
                filedOn,
                returnReason,
                answers);
    }
}
