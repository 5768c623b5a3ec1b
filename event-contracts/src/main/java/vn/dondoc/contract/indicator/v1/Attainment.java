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
        @Meaning("upper end of a range") @Nullable BigDecimal valueMax,
        String year,
        boolean met,

        @Meaning("figure minus target, in the unit of the indicator; of a range, minus the end that it missed, or zero")
        BigDecimal gap) {}
