package vn.dondoc.reporting.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure before it is rounded: sums first, one division last.
 *
 * @param denominator {@code null} for 1
 * @param factor such as 100 for a percentage
 */
public record Fraction(BigDecimal numerator, @Nullable BigDecimal denominator, BigDecimal factor) {

    private static final int MOST_DIGITS = 25;

    /** Sums of what stands above and below. */
    static Fraction sum(List<Fraction> some, BigDecimal factor) {
        BigDecimal above = some.stream().map(Fraction::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal below = some.stream()
                .map(Fraction::denominator)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
        return new Fraction(above, below, factor);
    }

    /**
     * Its value; {@code null} if it cannot be computed: the denominator is zero, or the value has more digits than anybody
     * can mean.
     */
    public @Nullable BigDecimal rounded(int decimals) {
        if (denominator != null && denominator.signum() == 0) {
            return null;
        }
        BigDecimal above = numerator.multiply(factor);
        BigDecimal value = denominator == null
                ? above.setScale(decimals, RoundingMode.HALF_UP)
                : above.divide(denominator, decimals, RoundingMode.HALF_UP);
        return value.precision() > MOST_DIGITS ? null : value;
    }

    /** The exact fraction compared with a bound, so that 89.996 does not reach 90. */
    public int compareTo(BigDecimal bound) {
        BigDecimal above = numerator.multiply(factor);
        return denominator == null
                ? above.compareTo(bound)
                : above.compareTo(bound.multiply(denominator)) * denominator.signum();
    }
}
