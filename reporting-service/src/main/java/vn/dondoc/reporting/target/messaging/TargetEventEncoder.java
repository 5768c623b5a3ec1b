package vn.dondoc.reporting.target.messaging;

import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.dondoc.contract.indicator.v1.TargetDropped;
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
            case TargetEvent.TargetTied it -> said(it.target().province(), set(it.target()));
            case TargetEvent.TargetDropped it -> said(it.target().province(), dropped(it.target(), it.reason()));
        };
    }

    private static TargetSet set(Target it) {
        return new TargetSet(
                it.id(),
                it.province(),
                Objects.requireNonNull(it.indicator()),
                it.directiveId(),
                it.directiveNumber(),
                it.clause(),
                Objects.requireNonNull(it.aim()).sign(),
                Objects.requireNonNull(it.value()),
                it.valueMax(),
                it.unit(),
                Objects.requireNonNull(it.year()),
                it.baseline(),
                it.text());
    }

    private static TargetDropped dropped(Target it, String reason) {
        return new TargetDropped(
                it.id(), it.province(), Objects.requireNonNull(it.indicator()), it.directiveId(), it.clause(), reason);
    }

    private static OutgoingEvent said(String province, Record data) {
        return OutgoingEvent.of(province, data);
    }
}
