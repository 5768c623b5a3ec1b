package vn.dondoc.reporting.consolidation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.comparison.Compared;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.report.Period;

/**
 * What the reports of a period come to.
 *
 * @param agency whose figures they are
 * @param results of the indicators over the form, beside the period before
 * @param figures the same with the targets they are held against, by indicator
 * @param reports of every agency that owes one, by name
 */
record Consolidated(
        ReportForm form,
        Period period,
        String agency,
        List<Compared> results,
        Map<String, Figure> figures,
        List<Row> reports) {

    /** How an agency stands in the period. */
    enum Standing {
        IN_TIME,
        LATE,
        MISSING,
        EXCUSED
    }

    /**
     * What an agency reported.
     *
     * @param values of what counts; empty if nothing does
     * @param explanations by code of the check that asked for them
     */
    record Row(
            String agency,
            String name,
            Standing standing,
            boolean nil,
            LocalDate dueOn,
            @Nullable LocalDate filedOn,
            Map<String, BigDecimal> values,
            Map<String, String> explanations) {

        boolean counts() {
            return standing == Standing.IN_TIME || standing == Standing.LATE;
        }
    }

    List<Row> in(Standing standing) {
        return reports.stream().filter(it -> it.standing() == standing).toList();
    }

    /** Those who owe a report and were not excused. */
    long expected() {
        return reports.stream().filter(it -> it.standing() != Standing.EXCUSED).count();
    }

    long filed() {
        return reports.stream().filter(Row::counts).count();
    }
}
