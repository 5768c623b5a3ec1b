package vn.dondoc.messaging.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;

/** At which places of its sequence an aggregate told what, and when. */
final class Places {

    static final String FIELD = "places";

    private final List<Place> kept;
    private final long last;
    private final Instant lastAt;

    /** @param at when it happened */
    record Place(long seq, String type, Instant at) {}

    Places(Document aggregate) {
        kept = aggregate.getList(FIELD, Document.class, List.of()).stream()
                .map(it -> new Place(
                        it.getLong("seq"),
                        it.getString("type"),
                        it.getDate("at").toInstant()))
                .toList();
        last = aggregate.getLong(PendingEvents.SEQUENCE);
        List<Document> commands = aggregate.getList("commands", Document.class, List.of());
        lastAt = commands.isEmpty()
                ? aggregate.getDate(AggregateStore.CREATED).toInstant()
                : commands.getLast().getDate("at").toInstant();
    }

    static List<Document> toDocuments(List<RecordedEvent> events) {
        return events.stream()
                .map(it -> new Document("seq", it.sequence())
                        .append("type", it.event().type())
                        .append("at", Date.from(it.time())))
                .toList();
    }

    /** Each event at the place where it was told: of several of a type the last at the last. What never was is left out. */
    SortedMap<Place, OutgoingEvent> of(List<OutgoingEvent> events) {
        SortedMap<Place, OutgoingEvent> placed = new TreeMap<>(Comparator.comparingLong(Place::seq));
        if (kept.isEmpty()) {
            guess(events, placed);
            return placed;
        }
        Map<String, List<Place>> free = new HashMap<>();
        kept.forEach(
                it -> free.computeIfAbsent(it.type(), type -> new ArrayList<>()).add(it));
        for (OutgoingEvent event : events.reversed()) {
            List<Place> ofType = free.getOrDefault(event.type(), List.of());
            if (!ofType.isEmpty()) {
                placed.put(ofType.removeLast(), event);
            }
        }
        return placed;
    }

    /** Of an aggregate that keeps no places: the last event at the last; of several the first at the first, the others last. */
    private void guess(List<OutgoingEvent> events, SortedMap<Place, OutgoingEvent> placed) {
        long place = last;
        for (OutgoingEvent event : events.reversed()) {
            boolean isFirst = event == events.getFirst();
            long at = isFirst && events.size() > 1 ? 1 : place--;
            if (at > 1 || at == 1 && isFirst) {
                placed.put(new Place(at, event.type(), lastAt), event);
            }
        }
    }
}
