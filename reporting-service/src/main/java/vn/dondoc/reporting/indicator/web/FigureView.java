package vn.dondoc.reporting.indicator.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.indicator.Figure;

/**
 * As it is shown: a figure, with who stands behind it.
 *
 * @param value {@code null} when nothing was reported or the denominator is zero
 * @param reported agencies behind it
 * @param expected agencies that owe a report
 * @param revision how often it was restated
 * @param definitionVersion which version of the definition it was computed by; absent for completeness and timeliness
 */
record FigureView(
        String indicator,
        String name,
        String province,
        String agency,
        String period,
        String basis,
        String boundaries,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String unit,
        int reported,
        int expected,
        List<Figure.Attainment> attainments,
        @Nullable BigDecimal previous,
        long revision,
        @Nullable Long definitionVersion) {

    static FigureView of(Figure it) {
        return new FigureView(
                it.indicator(),
                it.name(),
                it.province(),
                it.agency(),
                it.period(),
                it.basis(),
                it.boundaries(),
                it.value(),
                it.numerator(),
                it.denominator(),
                it.unit(),
                it.reported(),
                it.expected(),
                it.attainments(),
                it.previous(),
                it.revision(),
                it.definitionVersion());
    }
}
