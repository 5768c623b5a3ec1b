package vn.dondoc.reporting.aggregation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.Term;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Measure;
import vn.dondoc.reporting.indicator.OverTime;
import vn.dondoc.reporting.indicator.WrittenMeasure;

/**
 * An indicator as far as its figures are computed.
 *
 * @param version of its definition; {@code null} for what every form has
 */
record Measured(
        String code,
        String province,
        String name,
        String form,
        Measure measure,
        OverTime overTime,
        String unit,
        int decimals,
        @Nullable Long version) {

    /** @throws vn.dondoc.failure.Failure.Invalid if it is no measure */
    static Measured of(IndicatorDefined it, long version) {
        return new Measured(
                it.code(),
                it.province(),
                it.name(),
                it.form(),
                measure(it),
                it.overTime() == null ? OverTime.NONE : OverTime.valueOf(it.overTime()),
                it.unit(),
                it.decimals(),
                version);
    }

    static Measured completeness(String province, String form) {
        return ofTheForm(
                Indicator.COMPLETENESS + form,
                "Tỷ lệ cơ quan đã nộp báo cáo " + form,
                province,
                form,
                new Measure.Completeness());
    }

    static Measured timeliness(String province, String form) {
        return ofTheForm(
                Indicator.TIMELINESS + form,
                "Tỷ lệ cơ quan nộp báo cáo đúng hạn " + form,
                province,
                form,
                new Measure.Timeliness());
    }

    private static Measured ofTheForm(String code, String name, String province, String form, Measure measure) {
        return new Measured(code, province, name, form, measure, OverTime.NONE, "%", 2, null);
    }

    /** Whether it is one that every form has, whose figures are told before anybody reported. */
    boolean isOfTheForm() {
        return version == null;
    }

    private static Measure measure(IndicatorDefined it) {
        String divisor = it.divisor() == null && !it.denominator().isEmpty() ? written(it.denominator()) : it.divisor();
        WrittenMeasure.Kind kind =
                it.kind() == null ? WrittenMeasure.usual(divisor) : WrittenMeasure.Kind.valueOf(it.kind());
        String formula = Objects.requireNonNullElseGet(it.formula(), () -> written(it.numerator()));
        return new WrittenMeasure(kind, formula, divisor, it.factor(), it.maximum(), it.among()).read();
    }

    private static String written(List<Term> terms) {
        return vn.dondoc.reporting.formula.Term.written(terms.stream()
                .map(it -> new vn.dondoc.reporting.formula.Term(it.element(), it.negative()))
                .toList());
    }

    /** What a report adds to a figure. */
    Optional<Measure.Part> part(Cells.Contribution report) {
        return measure.part(new Measure.Counted(report.values(), report.wasOnTime()));
    }
}
