package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.indicator.v1.Attainment;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.contract.indicator.v1.Term;

/** Exact arithmetic of an indicator: sums first, one division last. */
final class Formula {

    private static final int MOST_DIGITS = 25;

    private Formula() {}

    /** The part of one report; empty if it left an element of the formula blank, because blank is not zero. */
    static Optional<Cells.Part> part(IndicatorDefined indicator, @Nullable Map<String, BigDecimal> values) {
        if (values == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> numerator = sum(indicator.numerator(), values);
        Optional<BigDecimal> denominator =
                indicator.denominator().isEmpty() ? Optional.of(BigDecimal.ZERO) : sum(indicator.denominator(), values);
        return numerator.flatMap(n -> denominator.map(d -> new Cells.Part(n, d)));
    }

    private static Optional<BigDecimal> sum(List<Term> terms, Map<String, BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            BigDecimal value = values.get(term.element());
            if (value == null) {
                return Optional.empty();
            }
            sum = term.negative() ? sum.subtract(value) : sum.add(value);
        }
        return Optional.of(sum);
    }

    /**
     * The value of a total; {@code null} if nothing was reported, or it cannot be computed: the denominator is zero, or the
     * value has more digits than anybody can mean.
     */
    static @Nullable BigDecimal value(IndicatorDefined indicator, Cells.Total total) {
        BigDecimal exact = exact(indicator, total);
        return exact == null || exact.precision() > MOST_DIGITS ? null : exact;
    }

    private static @Nullable BigDecimal exact(IndicatorDefined indicator, Cells.Total total) {
        if (total.reported() == 0) {
            return null;
        }
        if (indicator.denominator().isEmpty()) {
            return total.numerator().multiply(indicator.factor()).setScale(indicator.decimals(), RoundingMode.HALF_UP);
        }
        if (total.denominator().signum() == 0) {
            return null;
        }
        return total.numerator()
                .multiply(indicator.factor())
                .divide(total.denominator(), indicator.decimals(), RoundingMode.HALF_UP);
    }

    /**
     * The figure held against a target. Bounds are compared with the exact fraction, not with the rounded value, so 89.996
     * does not reach 90; equality is that of the published value, for a fraction hardly ever equals anything.
     */
    static Attainment attainment(IndicatorDefined indicator, Cells.Total total, BigDecimal value, TargetSet target) {
        BigDecimal top = target.valueMax();
        int compared = compared(indicator, total, target.value());
        boolean met = switch (target.comparator()) {
            case ">" -> compared > 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case "=" -> value.compareTo(target.value()) == 0;
            case "range" -> compared >= 0 && (top == null || compared(indicator, total, top) <= 0);
            default -> compared >= 0;
        };
        BigDecimal missed = top != null && value.compareTo(top) > 0 ? top : target.value();
        boolean within = target.comparator().equals("range") && met;
        return new Attainment(
                target.targetId(),
                target.directiveId(),
                target.directiveNumber(),
                target.clause(),
                target.comparator(),
                target.value(),
                top,
                target.year(),
                met,
                within ? BigDecimal.ZERO : value.subtract(missed));
    }

    /** The exact figure compared with a bound. */
    private static int compared(IndicatorDefined indicator, Cells.Total total, BigDecimal bound) {
        BigDecimal exact = total.numerator().multiply(indicator.factor());
        if (indicator.denominator().isEmpty()) {
            return exact.compareTo(bound);
        }
        return exact.compareTo(bound.multiply(total.denominator()))
                * total.denominator().signum();
    }
}
