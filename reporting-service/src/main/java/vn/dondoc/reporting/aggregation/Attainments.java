package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import vn.dondoc.contract.indicator.v1.Attainment;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.reporting.indicator.Fraction;

/** Figures held against targets. */
final class Attainments {

    private Attainments() {}

    /**
     * A figure held against a target. Bounds are compared with the exact fraction, not with the rounded value, so 89.996
     * does not reach 90; equality is that of the published value, for a fraction hardly ever equals anything.
     */
    static Attainment of(Fraction fraction, BigDecimal value, TargetSet target) {
        BigDecimal top = target.valueMax();
        int compared = fraction.compareTo(target.value());
        boolean met = switch (target.comparator()) {
            case ">" -> compared > 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case "=" -> value.compareTo(target.value()) == 0;
            case "range" -> compared >= 0 && (top == null || fraction.compareTo(top) <= 0);
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
}
