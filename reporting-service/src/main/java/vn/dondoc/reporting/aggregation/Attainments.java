package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import vn.dondoc.contract.indicator.v1.Attainment;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.reporting.indicator.Aim;
import vn.dondoc.reporting.indicator.Fraction;

/** Figures held against targets. */
final class Attainments {

    private Attainments() {}

    static Attainment of(Fraction fraction, BigDecimal value, TargetSet target) {
        BigDecimal top = target.valueMax();
        Aim aim = Aim.find(target.comparator()).orElseThrow();
        return new Attainment(
                target.targetId(),
                target.directiveId(),
                target.directiveNumber(),
                target.clause(),
                target.comparator(),
                target.value(),
                top,
                target.year(),
                aim.isMet(fraction, value, target.value(), top),
                aim.gap(fraction, value, target.value(), top));
    }
}
