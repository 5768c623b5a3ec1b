package vn.dondoc.contract.directive.v1;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Meaning;

@Meaning("A figure to be reached.")
public record Target(
        @Meaning("unique over all directives") String id,
        @Meaning("clause") String path,
        @Meaning("what is measured, verbatim") String name,

        @Meaning(">= > <= < = increase decrease range") @Nullable
        String comparator,

        @Nullable BigDecimal value,
        @Meaning("upper end of a range") @Nullable BigDecimal valueMax,
        @Nullable String unit,
        @Nullable String year,

        @Meaning("year or span of years that a change is measured from") @Nullable
        String baseline,

        @Meaning("verbatim clause") String text) {}
