package vn.dondoc.documents.directive;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure to be reached (chỉ tiêu).
 *
 * @param name what is measured, verbatim
 * @param comparator {@code >= > <= < = increase decrease range}; {@code null} for a target without a number
 * @param bound {@code >=} where a change is a least one, as in "giảm ít nhất 2%"
 * @param year horizon
 * @param baseline year or span of years a change is measured from
 * @param baselineValue value a change starts from, as in "từ 32% lên 55%"
 * @param rankOf of how many, for a rank
 * @param indexCode PAR_INDEX SIPAS PAPI PCI DTI DDCI
 */
public record Target(
        String path,
        String name,
        @Nullable String comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal valueMax,
        @Nullable String bound,
        @Nullable String unit,
        @Nullable String year,
        @Nullable String baseline,
        @Nullable BigDecimal baselineValue,
        @Nullable Integer rankOf,
        @Nullable String indexCode,
        @Nullable String period,
        String text,
        Mark mark) {

    /** The same at another place. */
    public Target at(String otherPath) {
        return with(otherPath, name, baseline, baselineValue);
    }

    /** The same under another name. */
    public Target named(String otherName) {
        return with(path, otherName, baseline, baselineValue);
    }

    /** The same, measured from what was reached in a year. */
    public Target since(@Nullable String reachedIn, BigDecimal reached) {
        return with(path, name, reachedIn, reached);
    }

    private Target with(String path, String name, @Nullable String baseline, @Nullable BigDecimal baselineValue) {
        return new Target(
                path,
                name,
                comparator,
                value,
                valueMax,
                bound,
                unit,
                year,
                baseline,
                baselineValue,
                rankOf,
                indexCode,
                period,
                text,
                mark);
    }
}
