package vn.dondoc.contract.indicator.v1;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("A target was tied to an indicator: one of a directive, or one that a person set.")
@EventType(value = "vn.dondoc.target.set.v1", on = Topic.DEFINITIONS)
public record TargetSet(
        String targetId,
        @Meaning("code") String province,
        @Meaning("code") String indicator,
        @Meaning("empty where a person set it") String directiveId,

        @Meaning("of the directive, or of the paper that a person named") @Nullable
        String directiveNumber,

        String clause,
        @Meaning(">= > <= < = increase decrease range") String comparator,
        BigDecimal value,
        @Meaning("upper end of a range") @Nullable BigDecimal valueMax,
        @Nullable String unit,
        String year,
        @Nullable String baseline,
        @Meaning("verbatim") String text) {}
