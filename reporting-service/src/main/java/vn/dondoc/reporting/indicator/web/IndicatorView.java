package vn.dondoc.reporting.indicator.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Term;

/**
 * As it is shown: an indicator (chỉ tiêu, chỉ số) of one province: a sum over all reports, or one sum over another, times a factor.
 *
 * @param form form whose elements it uses
 * @param denominator empty for a plain total
 * @param factor 100 for a percentage
 * @param decimals of the published value
 * @param direction what its figures express, so that a target of change is not held against a level
 * @param baseline year or span of years that changes are measured from; {@code null} for levels
 * @param synonyms other wordings under which directives set targets for it
 */
record IndicatorView(
        String code,
        String province,
        String name,
        String form,
        List<Term> numerator,
        List<Term> denominator,
        BigDecimal factor,
        String unit,
        int decimals,
        Indicator.Direction direction,
        @Nullable String baseline,
        List<String> synonyms) {

    static IndicatorView of(Indicator it) {
        return new IndicatorView(
                it.code(),
                it.province(),
                it.name(),
                it.form(),
                it.numerator(),
                it.denominator(),
                it.factor(),
                it.unit(),
                it.decimals(),
                it.direction(),
                it.baseline(),
                it.synonyms());
    }
}
