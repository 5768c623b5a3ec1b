package vn.dondoc.documents.directive;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure to be reached (chỉ tiêu).
 *
 * @param name what is measured, verbatim
 * @param comparator {@code >= > <= < = increase decrease range}; {@code null} for a target without a number
 * @param year horizon
 * @param baseline year or span of years a change is measured from
 */
public record Target(
        String path,
        String name,
        @Nullable String comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal valueMax,
        @Nullable String unit,
        @Nullable String year,
        @Nullable String baseline,
        String text) {}
