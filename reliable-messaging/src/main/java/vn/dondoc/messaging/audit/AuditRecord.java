package vn.dondoc.messaging.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Acting;

/**
 * One thing that somebody did, saw, or was refused.
 *
 * @param of names it; the same thing is kept once, however often it is handed in
 * @param at by the machine's clock
 * @param by subject of the token
 * @param thing what it was about, such as {@code tasks/<id>}
 * @param text all of it as JSON; this is what the chain keeps
 */
public record AuditRecord(String of, Instant at, String by, String thing, String text) {

    /** What kind of thing it was. */
    public enum Kind {
        /** Something was created or changed; with what stood there before and after. */
        CHANGED,
        /** Something was taken away. */
        REMOVED,
        /** Something was done that changed nothing that is kept here. */
        DONE,
        /** Something was read. */
        SEEN,
        /** Somebody tried and was refused. */
        REFUSED
    }

    /** Longer values are kept as their digest. */
    private static final int LONGEST_VALUE = 2_000;

    private static final String HIDDEN = "…";

    private static final JsonWriterSettings JSON = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .dateTimeConverter((value, writer) ->
                    writer.writeString(Instant.ofEpochMilli(value).toString()))
            .decimal128Converter((value, writer) -> writer.writeString(value.toString()))
            .build();

    /**
     * A change of an aggregate.
     *
     * @param before its state; {@code null} if it was created
     * @param shown how the values of its fields are shown
     */
    public static AuditRecord changed(
            Acting acting,
            String service,
            String thing,
            long version,
            @Nullable Document before,
            Document after,
            Shown shown) {
        Document about = about(acting, service, Kind.CHANGED, thing);
        about.append("version", version).append("changes", changes(before, after, shown));
        return of(thing + "/" + version + "/" + acting.request(), acting, thing, about);
    }

    /** An aggregate is about to be taken away. */
    public static AuditRecord removed(Acting acting, String service, String thing, Document before, Shown shown) {
        Document about = about(acting, service, Kind.REMOVED, thing);
        about.append("changes", changes(before, new Document(), shown));
        return of(thing + "/" + acting.request(), acting, thing, about);
    }

    /** A request that changed nothing. */
    public static AuditRecord asked(Acting acting, String service, Kind kind, String thing, int status) {
        Document about = about(acting, service, kind, thing).append("status", status);
        String detail = acting.detail().get();
        if (detail != null) {
            about.append("detail", detail);
        }
        return of(acting.request(), acting, thing, about);
    }

    private static AuditRecord of(String of, Acting acting, String thing, Document about) {
        Instant at = Instant.parse(about.getString("at"));
        return new AuditRecord(of, at, acting.by(), thing, about.toJson(JSON));
    }

    private static Document about(Acting acting, String service, Kind kind, String thing) {
        Document about = new Document("kind", kind.name())
                .append("service", service)
                .append("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .append("by", acting.by())
                .append("roles", acting.roles());
        if (acting.agency() != null) {
            about.append("agency", acting.agency());
        }
        return about.append("request", acting.request())
                .append("operation", acting.operation())
                .append("thing", thing);
    }

    private static Document changes(@Nullable Document before, Document after, Shown shown) {
        Document changes = new Document();
        Document was = before == null ? new Document() : before;
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Object from = was.get(name);
            Object to = after.get(name);
            if (!Objects.equals(from, to)) {
                changes.append(name, change(name, from, to, shown));
            }
        }
        return changes;
    }

    /** Of a list that only grew, such as a history, what was added says it all. */
    private static Document change(String name, @Nullable Object from, @Nullable Object to, Shown shown) {
        if (shown.asTheyAre(name)
                && from instanceof List<?> was
                && to instanceof List<?> is
                && !was.isEmpty()
                && was.size() < is.size()
                && was.equals(is.subList(0, was.size()))) {
            return new Document("kept", was.size())
                    .append("added", shown.value(name, is.subList(was.size(), is.size())));
        }
        Document change = new Document();
        if (from != null) {
            change.append("before", shown.value(name, from));
        }
        if (to != null) {
            change.append("after", shown.value(name, to));
        }
        return change;
    }

    /**
     * How the values of fields are shown.
     *
     * @param hidden fields whose values are secrets
     * @param digested fields of which only a digest is kept: what they hold may have to be forgotten
     */
    public record Shown(Set<String> hidden, Set<String> digested) {

        private boolean asTheyAre(String field) {
            return !hidden.contains(field) && !digested.contains(field);
        }

        private Object value(String field, Object value) {
            if (hidden.contains(field)) {
                return HIDDEN;
            }
            if (value instanceof Number || value instanceof Boolean) {
                return value;
            }
            String text = value instanceof String plain ? plain : new Document("it", value).toJson(JSON);
            return text.length() <= LONGEST_VALUE && !digested.contains(field)
                    ? value
                    : new Document(Map.of("sha256", Hash.of(text), "characters", text.length()));
        }
    }

    /** As it stands in its aggregate until it is in the chain. */
    public Document pending() {
        return new Document("of", of)
                .append("at", Date.from(at))
                .append("by", by)
                .append("thing", thing)
                .append("text", text);
    }

    /** What {@link #pending} wrote. */
    public static AuditRecord from(Document pending) {
        return new AuditRecord(
                pending.getString("of"),
                pending.getDate("at").toInstant(),
                pending.getString("by"),
                pending.getString("thing"),
                pending.getString("text"));
    }

    /** The records that stand in a document; none if it has none. */
    public static List<AuditRecord> all(@Nullable List<Document> pending) {
        return pending == null
                ? List.of()
                : pending.stream().map(AuditRecord::from).toList();
    }
}
