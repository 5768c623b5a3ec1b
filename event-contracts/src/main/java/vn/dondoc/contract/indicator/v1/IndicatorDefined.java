package vn.dondoc.contract.indicator.v1;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("How an indicator is computed.")
@EventType(value = "vn.dondoc.indicator.defined.v1", on = Topic.DEFINITIONS)
public record IndicatorDefined(
        String code,
        @Meaning("code") String province,
        String name,
        @Meaning("form whose elements it uses") String form,

        @Meaning("what each report adds, where that is a sum of its elements; empty otherwise")
        List<Term> numerator,

        @Meaning("the same of what it is divided by; empty for a plain total")
        List<Term> denominator,

        @Meaning("such as 100 for a percentage") BigDecimal factor,
        String unit,
        @Meaning("of the published value") int decimals,

        @Meaning(
                "SUM, RATIO, AVERAGE, COUNT, GREATEST, LEAST, SCORE or RANK; absent: a sum, or a ratio if there is a denominator")
        @Nullable
        String kind,

        @Meaning(
                "what each report adds, as an expression over its elements; of COUNT, what is true of a report that counts")
        @Nullable
        String formula,

        @Meaning("what the sum of that is divided by, of RATIO") @Nullable
        String divisor,

        @Meaning("that a SCORE can reach") @Nullable BigDecimal maximum,
        @Meaning("how many are ranked, of RANK") @Nullable Integer among,

        @Meaning("how figures of longer periods come from reports of shorter ones: NONE, ALL or LAST; absent: NONE")
        @Nullable
        String overTime) {

    public IndicatorDefined {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
    }
}
