package vn.dondoc.reporting.consolidation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.report.Period;

/**
 * What the reports of a period come to.
 *
 * @param results figures over the form, by indicator
 * @param reports of every agency that owes one, by name
 */
record Consolidated(ReportForm form, Period period, List<Result> results, List<Row> reports) {

    /**
     * A figure.
     *
     * @param before value of the period before; {@code null} if there was none
     */
    record Result(Figure figure, @Nullable BigDecimal before) {

        /** What it rose by since the period before. */
        @Nullable
        BigDecimal change() {
            return figure.value() == null || before == null
                    ? null
                    : figure.value().subtract(before);
        }
    }

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
     * @param texts by text element
     * @param explanations by code of the check that asked for them
     */
    record Row(
            String name,
            Standing standing,
            boolean nil,
            Map<String, BigDecimal> values,
            Map<String, String> texts,
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
