package vn.dondoc.messaging.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;

/** Recorded events as they wait inside their aggregate's document. */
final class PendingEvents {

    static final String PENDING = "pending";
    static final String SEQUENCE = "seq";
    static final String AUDIT = "audit";
    static final String PENDING_SINCE = "pendingSince";

    private PendingEvents() {}

    static List<Document> toDocuments(List<RecordedEvent> events) {
        List<Document> documents = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            documents.add(new Document("seq", event.sequence())
                    .append("id", event.id())
                    .append("source", event.source())
                    .append("topic", event.event().topic())
                    .append("type", event.event().type())
                    .append("province", event.event().province())
                    .append("time", Date.from(event.time()))
                    .append("recordedAt", Date.from(event.recordedAt()))
                    .append("traceparent", event.traceparent())
                    .append("correlationId", event.correlationId())
                    .append("causationId", event.causationId())
                    .append("data", event.event().data()));
        }
        return documents;
    }

    /** The events still to send, in sequence. */
    static List<RecordedEvent> of(Document aggregate) {
        List<RecordedEvent> events = new ArrayList<>();
        for (Document it : aggregate.getList(PENDING, Document.class, List.of())) {
            events.add(new RecordedEvent(
                    it.getString("id"),
                    it.getString("source"),
                    aggregate.getString("_id"),
                    it.getLong("seq"),
                    it.getDate("time").toInstant(),
                    it.getDate("recordedAt").toInstant(),
                    it.getString("traceparent"),
                    it.getString("correlationId"),
                    it.getString("causationId"),
                    new OutgoingEvent(
                            it.getString("topic"),
                            it.getString("type"),
                            it.getString("province"),
                            it.getString("data"))));
        }
        events.sort(Comparator.comparingLong(RecordedEvent::sequence));
        return events;
    }
}
