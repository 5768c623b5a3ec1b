package vn.dondoc.messaging.outbox;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Position;

/**
 * The order of a list: by a field that every document has, then by id, both from the least or both from the greatest;
 * an index over the field and {@code _id} gives it either way.
 *
 * @param field {@code null} for the order of ids alone
 * @param dated whether the field holds instants; text if not
 * @param idAscending whether equals come in the order of ids
 */
public record Order(@Nullable String field, boolean dated, boolean ascending, boolean idAscending)
        implements Comparator<Document> {

    /** By id. */
    public static final Order BY_ID = new Order(null, false, true, true);

    /** By text, the least first. */
    public static Order by(String field) {
        return new Order(field, false, true, true);
    }

    /** By text, the greatest first; the index holds it so. */
    public static Order byGreatest(String field) {
        return new Order(field, false, false, true);
    }

    /** By an instant, the earliest first. */
    public static Order byEarliest(String field) {
        return new Order(field, true, true, true);
    }

    /** By an instant, the latest first; the index holds it so. */
    public static Order byLatest(String field) {
        return new Order(field, true, false, true);
    }

    /** The index that gives this order among documents with certain values of some fields. */
    Document index(String... values) {
        Document keys = new Document();
        List.of(values).forEach(it -> keys.append(it, 1));
        keys.putAll(sort());
        return keys;
    }

    /** From the other end. */
    public Order reversed() {
        return new Order(field, dated, !ascending, !idAscending);
    }

    Document sort() {
        Document sort = new Document();
        if (field != null) {
            sort.append(field, ascending ? 1 : -1);
        }
        return sort.append("_id", idAscending ? 1 : -1);
    }

    static Document beyond(boolean upwards, Object value) {
        return new Document(upwards ? "$gt" : "$lt", value);
    }

    Object stored(Position position) {
        if (!dated) {
            return position.order();
        }
        try {
            return Date.from(Instant.parse(position.order()));
        } catch (DateTimeParseException notOurs) {
            throw Position.notOurs();
        }
    }

    /** As the store sorts. */
    @Override
    public int compare(Document one, Document other) {
        int byValue = value(one).compareTo(value(other));
        int byId = one.getString("_id").compareTo(other.getString("_id"));
        return byValue != 0 ? (ascending ? byValue : -byValue) : idAscending ? byId : -byId;
    }

    @SuppressWarnings("unchecked") // texts or instants, as the order says
    private Comparable<Object> value(Document document) {
        return field == null
                ? (Comparable<Object>) (Comparable<?>) ""
                : document.getEmbedded(List.of(field.split("\\.")), Comparable.class);
    }

    Position positionOf(Document document) {
        Object value = value(document);
        String text = value instanceof Date date ? date.toInstant().toString() : String.valueOf(value);
        return new Position(text, document.getString("_id"));
    }
}
