package vn.dondoc.reporting.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure, with who stands behind it.
 *
 * @param value {@code null} when nothing was reported or the denominator is zero
 * @param reported agencies behind it
 * @param expected agencies that owe a report
 * @param revision how often it was restated
 * @param definitionVersion which version of the definition it was computed by; {@code null} for what every form has
 */
public record Figure(
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
        List<Attainment> attainments,
        @Nullable BigDecimal previous,
        long revision,
        @Nullable Long definitionVersion) {

    /** The figure held against one target. */
    public record Attainment(
            String targetId,
            String directiveId,
            @Nullable String directiveNumber,
            String clause,
            String comparator,
            BigDecimal target,
            @Nullable BigDecimal targetMax,
            String year,
            boolean met,
            BigDecimal gap) {}

    public Figure {
        attainments = List.copyOf(attainments);
    }
}
