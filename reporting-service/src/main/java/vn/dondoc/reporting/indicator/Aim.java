package vn.dondoc.reporting.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a figure is held against a target. Bounds are compared with the exact fraction, not with the rounded value, so 89.996
 * does not reach 90; equality is that of the published value, for a fraction hardly ever equals anything.
 */
public enum Aim {
    AT_LEAST(">="),
    MORE_THAN(">"),
    AT_MOST("<="),
    LESS_THAN("<"),
    EQUAL("="),
    INCREASE("increase"),
    DECREASE("decrease"),
    WITHIN("range");

    private final String sign;

    Aim(String sign) {
        this.sign = sign;
    }

    /** As it is written in events and answers. */
    public String sign() {
        return sign;
    }

    public static Optional<Aim> find(@Nullable String sign) {
        return Arrays.stream(values()).filter(it -> it.sign.equals(sign)).findFirst();
    }

    /** All signs. */
    public static List<String> signs() {
        return Arrays.stream(values()).map(Aim::sign).toList();
    }

    /**
     * Whether a figure meets a target.
     *
     * @param value as it is published
     * @param max upper end of a range; {@code null} for none
     */
    public boolean isMet(Fraction fraction, BigDecimal value, BigDecimal target, @Nullable BigDecimal max) {
        int compared = fraction.compareTo(target);
        return switch (this) {
            case AT_LEAST, INCREASE, DECREASE -> compared >= 0;
            case MORE_THAN -> compared > 0;
            case AT_MOST -> compared <= 0;
            case LESS_THAN -> compared < 0;
            case EQUAL -> value.compareTo(target) == 0;
            case WITHIN -> compared >= 0 && (max == null || fraction.compareTo(max) <= 0);
        };
    }

    /** The figure minus the target, as they are published; of a range, minus the end that it missed, or zero. */
    public BigDecimal gap(Fraction fraction, BigDecimal value, BigDecimal target, @Nullable BigDecimal max) {
        if (this == WITHIN && isMet(fraction, value, target, max)) {
            return BigDecimal.ZERO;
        }
        return value.subtract(max != null && value.compareTo(max) > 0 ? max : target);
    }
}
