package vn.dondoc.reporting.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;

/**
 * A target that a directive set, and the indicator that measures it.
 *
 * @param name what is measured, verbatim
 * @param indicator code; {@code null} until one is tied to it
 */
public record Target(
        String id,
        String province,
        String directiveId,
        @Nullable String directiveNumber,
        String clause,
        String name,
        @Nullable String comparator,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable String year,
        @Nullable String baseline,
        String text,
        @Nullable String indicator) {

    /** Only a target with a number and a horizon can be held against a figure. */
    public boolean isMeasurable() {
        return comparator != null && value != null && year != null;
    }

    /** Ties the target to the indicator that measures it. */
    public Decision<Target, TargetEvent> tieTo(String code) {
        if (code.equals(indicator)) {
            return Decision.nothing(this);
        }
        var tied = new Target(
                id,
                province,
                directiveId,
                directiveNumber,
                clause,
                name,
                comparator,
                value,
                unit,
                year,
                baseline,
                text,
                code);
        return tied.isMeasurable() ? Decision.of(tied, new TargetEvent.TargetTied(tied)) : Decision.quietly(tied);
    }
}
