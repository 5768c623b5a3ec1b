package vn.dondoc.reporting.indicator.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.OverTime;
import vn.dondoc.reporting.indicator.WrittenMeasure;

/**
 * As it is shown: an indicator (chỉ tiêu, chỉ số) of one province.
 *
 * @param form form whose elements it uses
 * @param kind how its figures are made of reports
 * @param numerator what each report adds, as an expression
 * @param denominator what that is divided by; for a ratio alone
 * @param factor 100 for a percentage
 * @param maximum that a score can reach
 * @param among how many are ranked
 * @param overTime how figures of longer periods come from shorter ones
 * @param decimals of the published value
 * @param direction what its figures express, so that a target of change is not held against a level
 * @param better which figures are, for ranks
 * @param baseline year or span of years that changes are measured from; {@code null} for levels
 * @param synonyms other wordings under which directives set targets for it
 * @param partOf code of the indicator that it is a part of
 * @param owner code of the agency that answers for it
 */
record IndicatorView(
        String code,
        String province,
        String name,
        String form,
        WrittenMeasure.Kind kind,
        String numerator,
        @Nullable String denominator,
        @Nullable BigDecimal factor,
        @Nullable BigDecimal maximum,
        @Nullable Integer among,
        OverTime overTime,
        String unit,
        int decimals,
        Indicator.Direction direction,
        Indicator.Better better,
        @Nullable String baseline,
        List<String> synonyms,
        @Nullable String partOf,
        @Nullable String owner) {

    static IndicatorView of(Indicator it) {
        WrittenMeasure written = WrittenMeasure.of(it.measure());
        return new IndicatorView(
                it.code(),
                it.province(),
                it.name(),
                it.form(),
                written.kind(),
                written.numerator(),
                written.denominator(),
                written.factor(),
                written.maximum(),
                written.among(),
                it.overTime(),
                it.unit(),
                it.decimals(),
                it.direction(),
                it.better(),
                it.baseline(),
                it.synonyms(),
                it.partOf(),
                it.owner());
    }
}
