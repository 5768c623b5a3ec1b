package vn.dondoc.reporting.target.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.target.Target;

/**
 * As it is shown: a target that a directive set, or another paper, and the indicator that measures it.
 *
 * @param directiveId empty where a person set it
 * @param directiveNumber of the directive, or of the paper that a person named
 * @param name what is measured, verbatim
 * @param indicator code; {@code null} until one is tied to it
 * @param valueMax upper end of a range
 * @param dropped why it holds no longer; absent while it does
 */
record TargetView(
        String id,
        String province,
        String directiveId,
        @Nullable String directiveNumber,
        String clause,
        String name,
        @Nullable String comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal valueMax,
        @Nullable String unit,
        @Nullable String year,
        @Nullable String baseline,
        String text,
        @Nullable String indicator,
        @Nullable String dropped) {

    static TargetView of(Target it) {
        return new TargetView(
                it.id(),
                it.province(),
                it.directiveId(),
                it.directiveNumber(),
                it.clause(),
                it.name(),
                it.aim() == null ? null : it.aim().sign(),
                it.value(),
                it.valueMax(),
                it.unit(),
                it.year(),
                it.baseline(),
                it.text(),
                it.indicator(),
                it.dropped());
    }
}
