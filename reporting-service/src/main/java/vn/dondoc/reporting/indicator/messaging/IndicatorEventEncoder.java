package vn.dondoc.reporting.indicator.messaging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.Term;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.reporting.formula.Expression;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.IndicatorEvent;
import vn.dondoc.reporting.indicator.WrittenMeasure;

@Component
class IndicatorEventEncoder implements EventEncoder<IndicatorEvent> {

    @Override
    public OutgoingEvent encode(String id, IndicatorEvent event) {
        return switch (event) {
            case IndicatorEvent.IndicatorDefined it -> defined(it.indicator());
        };
    }

    private static OutgoingEvent defined(Indicator it) {
        List<Expression> expressions = it.measure().expressions();
        WrittenMeasure written = WrittenMeasure.of(it.measure());
        var data = new IndicatorDefined(
                it.code(),
                it.province(),
                it.name(),
                it.form(),
                terms(expressions.subList(0, 1)),
                terms(expressions.subList(1, expressions.size())),
                Objects.requireNonNullElse(written.factor(), BigDecimal.ONE),
                it.unit(),
                it.decimals(),
                written.kind().name(),
                written.numerator(),
                written.denominator(),
                written.maximum(),
                written.among(),
                it.overTime().name());
        return OutgoingEvent.of(it.province(), data);
    }

    private static List<Term> terms(List<Expression> expressions) {
        return expressions.stream()
                .flatMap(it -> it.terms().stream().flatMap(List::stream))
                .map(it -> new Term(it.element(), it.negative()))
                .toList();
    }
}
