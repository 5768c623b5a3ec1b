package vn.dondoc.notifications.notice.messaging;

import org.springframework.stereotype.Component;
import vn.dondoc.contract.notice.v1.NoticeAcknowledged;
import vn.dondoc.contract.notice.v1.NoticeFailed;
import vn.dondoc.contract.notice.v1.NoticeSent;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.NoticeEvent;

@Component
class NoticeEventEncoder implements EventEncoder<NoticeEvent> {

    @Override
    public OutgoingEvent encode(String id, NoticeEvent event) {
        Notice of = event.notice();
        Facts facts = of.facts();
        Record data = switch (event) {
            case NoticeEvent.NoticeSent it ->
                new NoticeSent(
                        id,
                        of.province(),
                        of.recipient(),
                        of.kind().name(),
                        of.way().channel(),
                        facts.taskId(),
                        facts.rung(),
                        it.attempts());
            case NoticeEvent.NoticeFailed it ->
                new NoticeFailed(
                        id,
                        of.province(),
                        of.recipient(),
                        of.kind().name(),
                        of.way().channel(),
                        facts.taskId(),
                        it.attempts(),
                        it.reason());
            case NoticeEvent.NoticeAcknowledged it -> new NoticeAcknowledged(id, of.province(), of.recipient());
        };
        return OutgoingEvent.of(of.province(), data);
    }
}
