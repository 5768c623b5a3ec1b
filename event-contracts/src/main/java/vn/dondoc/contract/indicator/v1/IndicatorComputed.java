package vn.dondoc.contract.indicator.v1;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("A figure, with who stands behind it and the targets it is held against.")
@EventType(value = "vn.dondoc.indicator.computed.v1", on = Topic.INDICATORS)
public record IndicatorComputed(
        @Meaning("code") String indicator,
        String name,
        @Meaning("code") String province,
        @Meaning("whose figure") String agency,
        String period,
        @Meaning("FILED or APPROVED") String basis,

        @Meaning("OF_PERIOD: administrative boundaries when the period opened")
        String boundaries,

        @Meaning("absent when nothing was reported or the denominator is zero") @Nullable
        BigDecimal value,

        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String unit,
        @Meaning("agencies that reported") int reported,
        @Meaning("agencies that owe a report") int expected,
        List<Attainment> attainments,
        @Meaning("the value this one restates") @Nullable BigDecimal previous,

        @Meaning(
                "which version of the indicator's definition it was computed by; absent for completeness and timeliness")
        @Nullable
        Long definitionVersion,

        @Meaning(
                "of an approved figure that all stand behind: what it was when all stood behind it before, if that was another")
        @Nullable
        BigDecimal restates) {

    public IndicatorComputed {
        attainments = List.copyOf(attainments);
    }

    /** The same as a restatement of another value; {@code null} for none. */
    public IndicatorComputed restating(@Nullable BigDecimal other) {
        return new IndicatorComputed(
                indicator,
                name,
                province,
                agency,
                period,
                basis,
                boundaries,
                value,
                numerator,
                denominator,
                unit,
                reported,
                expected,
                attainments,
                other,
                definitionVersion,
                restates);
    }
}
