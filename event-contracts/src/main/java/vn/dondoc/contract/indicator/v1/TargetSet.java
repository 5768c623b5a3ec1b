package vn.dondoc.contract.indicator.v1;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("A directive's target was tied to an indicator.")
@EventType(value = "vn.dondoc.target.set.v1", on = Topic.DEFINITIONS)
public record TargetSet(
        String targetId,
        @Meaning("code") String province,
        @Meaning("code") String indicator,
        String directiveId,
        @Nullable String directiveNumber,
        String clause,
        @Meaning(">= > <= < = increase decrease range") String comparator,
        BigDecimal value,
        @Meaning("upper end of a range") @Nullable BigDecimal valueMax,
        @Nullable String unit,
        String year,
        @Nullable String baseline,
        @Meaning("verbatim") String text) {}
