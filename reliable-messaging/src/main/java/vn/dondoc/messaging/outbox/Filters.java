package vn.dondoc.messaging.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a query is narrowed, one condition after the other. */
public final class Filters {

    private Filters() {}

    /** Narrows a query by a value, of an enum by its name, unless it is {@code null}. */
    public static void narrow(Document query, String field, @Nullable Object value) {
        if (value != null) {
            also(query, field, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }

    /** Narrows a query to all of some words; the longest, which is the rarest as a rule, leads to the candidates. */
    public static void containing(Document query, String field, List<String> words) {
        words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(it -> also(query, field, it));
    }

    /** Narrows a query by one condition more; a field may be narrowed already. */
    static Document also(Document query, String field, Object condition) {
        if (!query.containsKey(field)) {
            return query.append(field, condition);
        }
        List<Document> all = new ArrayList<>(query.getList("$and", Document.class, List.of()));
        all.add(new Document(field, condition));
        return query.append("$and", all);
    }
}
