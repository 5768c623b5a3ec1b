package vn.dondoc.contract.directive.v1;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Meaning;

@Meaning("What an amendment sets in place of a target's number.")
public record TargetChange(
        String targetId,
        BigDecimal value,
        @Meaning("upper end of a range") @Nullable BigDecimal valueMax,

        @Meaning("by the end of which; absent if that stays") @Nullable
        String year) {}
