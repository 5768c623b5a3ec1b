package vn.dondoc.reporting.target.messaging;

import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.reporting.target.Target;
import vn.dondoc.reporting.target.TargetEvent;

@Component
class TargetEventEncoder implements EventEncoder<TargetEvent> {

    @Override
    public OutgoingEvent encode(String id, TargetEvent event) {
        return switch (event) {
            case TargetEvent.TargetTied it -> tied(it.target());
        };
    }

    private static OutgoingEvent tied(Target it) {
        var data = new TargetSet(
                it.id(),
                it.province(),
                Objects.requireNonNull(it.indicator()),
                it.directiveId(),
                it.directiveNumber(),
                it.clause(),
                Objects.requireNonNull(it.comparator()),
                Objects.requireNonNull(it.value()),
                it.unit(),
                Objects.requireNonNull(it.year()),
                it.baseline(),
                it.text());
        return new OutgoingEvent(
                Contracts.topicOf(TargetSet.class).topicName(),
                Contracts.typeOf(TargetSet.class),
                it.province(),
                Contracts.json().writeValueAsString(data));
    }
}
