package vn.dondoc.documents.agency.messaging;

import org.springframework.stereotype.Component;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.AgencyEvent;
import vn.dondoc.documents.agency.Succession;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;

@Component
class AgencyEventEncoder implements EventEncoder<AgencyEvent> {

    @Override
    public OutgoingEvent encode(String code, AgencyEvent event) {
        return switch (event) {
            case AgencyEvent.AgencyRegistered it -> registered(it);
            case AgencyEvent.AgencySucceeded it -> succeeded(it);
        };
    }

    private static OutgoingEvent registered(AgencyEvent.AgencyRegistered event) {
        Agency it = event.agency();
        var data = new vn.dondoc.contract.agency.v1.AgencyRegistered(
                it.code(),
                it.name(),
                it.province(),
                it.kind().name(),
                it.parent(),
                it.supervisor(),
                it.mailbox(),
                it.accountable(),
                it.validFrom(),
                it.validTo(),
                event.ancestors());
        return outgoing(it.province(), data);
    }

    private static OutgoingEvent succeeded(AgencyEvent.AgencySucceeded event) {
        Succession it = event.succession();
        return outgoing(
                event.province(),
                new vn.dondoc.contract.agency.v1.AgencySucceeded(
                        it.id(), event.province(), it.from(), it.to(), it.on(), it.note()));
    }

    private static OutgoingEvent outgoing(String province, Record data) {
        return OutgoingEvent.of(province, data);
    }
}
