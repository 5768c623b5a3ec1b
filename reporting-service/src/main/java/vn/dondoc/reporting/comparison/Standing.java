package vn.dondoc.reporting.comparison;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.indicator.Figure;

/**
 * What an agency has in an indicator for a period: a figure over those below it, or what it reported itself.
 *
 * @param published whether it is a figure, which everybody in the province may see
 * @param met whether it meets every target that it is held against; {@code null} if there is none
 */
public record Standing(
        String agency,
        @Nullable BigDecimal value,
        int reported,
        int expected,
        boolean published,
        @Nullable Boolean met) {

    static Standing of(Figure it) {
        Boolean met = it.attainments().isEmpty()
                ? null
                : (Boolean) it.attainments().stream().allMatch(Figure.Attainment::met);
        return new Standing(it.agency(), it.value(), it.reported(), it.expected(), true, met);
    }
}
