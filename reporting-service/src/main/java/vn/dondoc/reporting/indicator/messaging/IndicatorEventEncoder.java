package vn.dondoc.reporting.indicator.messaging;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.Term;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.IndicatorEvent;

@Component
class IndicatorEventEncoder implements EventEncoder<IndicatorEvent> {

    @Override
    public OutgoingEvent encode(String id, IndicatorEvent event) {
        return switch (event) {
            case IndicatorEvent.IndicatorDefined it -> defined(it.indicator());
        };
    }

    private static OutgoingEvent defined(Indicator it) {
        var data = new IndicatorDefined(
                it.code(),
                it.province(),
                it.name(),
                it.form(),
                terms(it.numerator()),
                terms(it.denominator()),
                it.factor(),
                it.unit(),
                it.decimals());
        return new OutgoingEvent(
                Contracts.topicOf(IndicatorDefined.class).topicName(),
                Contracts.typeOf(IndicatorDefined.class),
                it.province(),
                Contracts.json().writeValueAsString(data));
    }

    private static List<Term> terms(List<vn.dondoc.reporting.indicator.Term> terms) {
        return terms.stream().map(it -> new Term(it.element(), it.negative())).toList();
    }
}
