package vn.dondoc.contract.indicator.v1;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Meaning;

@Meaning("A figure held against one target.")
public record Attainment(
        String targetId,
        String directiveId,
        @Nullable String directiveNumber,
        String clause,
        String comparator,
        @Meaning("the target") BigDecimal value,
        String year,
        boolean met,

        @Meaning("figure minus target, in the unit of the indicator")
        BigDecimal gap) {}
