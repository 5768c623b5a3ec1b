package vn.dondoc.contract.indicator.v1;

import java.math.BigDecimal;
import java.util.List;
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
        @Meaning("sum over all reports") List<Term> numerator,

        @Meaning("sum over all reports; empty for a plain total")
        List<Term> denominator,

        @Meaning("such as 100 for a percentage") BigDecimal factor,
        String unit,
        @Meaning("of the published value") int decimals) {

    public IndicatorDefined {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
    }
}
