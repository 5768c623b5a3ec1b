package vn.dondoc.reporting.consolidation.messaging;

import org.springframework.stereotype.Component;
import vn.dondoc.contract.report.v1.ConsolidationReceived;
import vn.dondoc.contract.report.v1.ConsolidationSent;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.reporting.consolidation.ConsolidationEvent;
import vn.dondoc.reporting.consolidation.SentReport;

@Component
class ConsolidationEventEncoder implements EventEncoder<ConsolidationEvent> {

    @Override
    public OutgoingEvent encode(String id, ConsolidationEvent event) {
        SentReport of = event.report();
        Record data = switch (event) {
            case ConsolidationEvent.Sent it ->
                new ConsolidationSent(
                        id,
                        of.province(),
                        of.form(),
                        of.formName(),
                        of.period(),
                        of.agency(),
                        of.sender(),
                        of.number(),
                        of.to(),
                        of.outside(),
                        of.document().sha256());
            case ConsolidationEvent.Received it -> new ConsolidationReceived(id, of.province(), it.by());
        };
        return OutgoingEvent.of(of.province(), data);
    }
}
