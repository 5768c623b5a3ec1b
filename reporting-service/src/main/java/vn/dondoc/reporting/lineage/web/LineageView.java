package vn.dondoc.reporting.lineage.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.OverTime;
import vn.dondoc.reporting.indicator.WrittenMeasure;
import vn.dondoc.reporting.lineage.TraceFigure;
import vn.dondoc.reporting.target.Target;

/**
 * As it is shown: where a figure comes from.
 *
 * @param definition as it is now; the figure says by which version it was computed
 * @param adds whether the contributions add up to the figure's numerator and denominator
 * @param missing agencies that owe a report and have not filed, or left an element of the formula blank
 */
record LineageView(
        Figure figure,
        Definition definition,
        List<TraceFigure.Contribution> contributions,
        boolean adds,
        List<String> missing,
        List<Target> targets) {

    /** How the indicator is computed. */
    record Definition(
            String code,
            String name,
            String form,
            WrittenMeasure.Kind kind,
            String numerator,
            @Nullable String denominator,
            @Nullable BigDecimal factor,
            OverTime overTime,
            String unit,
            int decimals) {

        static Definition of(Indicator it) {
            WrittenMeasure written = WrittenMeasure.of(it.measure());
            return new Definition(
                    it.code(),
                    it.name(),
                    it.form(),
                    written.kind(),
                    written.numerator(),
                    written.denominator(),
                    written.factor(),
                    it.overTime(),
                    it.unit(),
                    it.decimals());
        }
    }

    static LineageView of(TraceFigure.Lineage it) {
        return new LineageView(
                it.figure(), Definition.of(it.definition()), it.contributions(), it.adds(), it.missing(), it.targets());
    }
}
