package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says of one field, as far as an index can use it: some values, or a range, or only that the field is
 * there. Never narrower than the filter; every document found is still held against the whole of it.
 */
final class Bounds {

    /** The values asked for; {@code null} if not by value. */
    private @Nullable List<@Nullable Object> values;

    private @Nullable Object lower;
    private @Nullable Object upper;
    private boolean lowerInclusive;
    private boolean upperInclusive;
    private boolean present;
    private boolean whole = true;

    /** The bounds of each field of a filter, {@code $and} taken apart. */
    static Map<String, Bounds> of(Document filter) {
        Map<String, Bounds> all = new LinkedHashMap<>();
        collect(filter, all);
        return all;
    }

    private static void collect(Document filter, Map<String, Bounds> all) {
        filter.forEach((field, asked) -> {
            if (field.equals("$and") && asked instanceof Collection<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Document document) {
                        collect(document, all);
                    }
                }
            } else if (!field.startsWith("$")) {
                all.computeIfAbsent(field, it -> new Bounds()).narrow(asked);
            }
        });
    }

    /** Whether the bounds say all that the filter says of this field, so that counting needs no document. */
    boolean sayAll() {
        return whole && !(values != null && (lower != null || upper != null));
    }

    private void narrow(@Nullable Object asked) {
        if (BsonRegularExpression.isRegularExpression(asked)) {
            present = true;
            whole = false;
        } else if (asked instanceof Document operators && isOperators(operators)) {
            operators.forEach(this::narrow);
        } else {
            equal(asked);
        }
    }

    private static boolean isOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    private void narrow(String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> equal(operand);
            case "$in" -> in(operand);
            case "$gt" -> from(operand, false);
            case "$gte" -> from(operand, true);
            case "$lt" -> to(operand, false);
            case "$lte" -> to(operand, true);
            case "$exists" -> exists(operand);
            default -> whole = false;
        }
    }

    private void equal(@Nullable Object value) {
        if (value instanceof Collection<?>) {
            whole = false;
        } else {
            oneOf(java.util.Collections.singletonList(value));
        }
    }

    private void in(@Nullable Object operand) {
        if (operand instanceof Collection<?> list
                && list.stream()
                        .noneMatch(it -> it instanceof Collection || BsonRegularExpression.isRegularExpression(it))) {
            oneOf(new ArrayList<>(list));
        } else {
            whole = false;
        }
    }

    private void oneOf(List<@Nullable Object> asked) {
        if (values == null) {
            values = asked;
        } else {
            whole = false; // two conditions by value: one narrows, the document is held against both
        }
        present |= asked.stream().allMatch(Missing::isNeitherNullNorMissing);
        whole &= asked.stream().allMatch(Missing::isNeitherNullNorMissing);
    }

    private void from(@Nullable Object value, boolean inclusive) {
        if (!ranges(value) || lower != null) {
            whole = false;
            return;
        }
        lower = value;
        lowerInclusive = inclusive;
        present = true;
    }

    private void to(@Nullable Object value, boolean inclusive) {
        if (!ranges(value) || upper != null) {
            whole = false;
            return;
        }
        upper = value;
        upperInclusive = inclusive;
        present = true;
    }

    /** Null, lists, documents and the two ends of everything are compared by rules of their own. */
    private static boolean ranges(@Nullable Object value) {
        return value != null
                && !(value instanceof Missing
                        || value instanceof Collection
                        || value instanceof Document
                        || value instanceof MinKey
                        || value instanceof MaxKey);
    }

    private void exists(@Nullable Object operand) {
        if (Boolean.TRUE.equals(operand)) {
            present = true;
        } else {
            whole = false;
        }
    }

    boolean byValue() {
        return values != null;
    }

    boolean byRange() {
        return values == null && (lower != null || upper != null);
    }

    /** Whether every document that matches has this field. */
    boolean presence() {
        return present;
    }

    List<@Nullable Object> values() {
        return values == null ? List.of() : values;
    }

    /** A stretch of keys: from the first, which is in it, to the last, which is not. */
    record Stretch(byte[] from, byte[] to) {}

    /** The stretch after {@code prefix} that holds this range, in one direction of the index. */
    Stretch range(byte[] prefix, boolean ascending, boolean manyValued) {
        Object low = lower;
        Object high = upper;
        if (manyValued && low != null) {
            high = null; // of a list, one element can be above the one bound and another below the other
        }
        Object kind = low == null ? high : low;
        byte[] start = low == null ? kindStart(prefix, kind, ascending) : edge(prefix, low, ascending, !lowerInclusive);
        byte[] end = high == null ? kindEnd(prefix, kind, ascending) : edge(prefix, high, ascending, upperInclusive);
        if (!ascending) {
            start = high == null ? kindStart(prefix, kind, false) : edge(prefix, high, false, !upperInclusive);
            end = low == null ? kindEnd(prefix, kind, false) : edge(prefix, low, false, lowerInclusive);
        }
        return new Stretch(start, end);
    }

    private static byte[] kindStart(byte[] prefix, @Nullable Object value, boolean ascending) {
        return new SortKey()
                .append(prefix)
                .append(new byte[] {(byte) SortKey.kindOf(value, ascending)})
                .bytes();
    }

    private static byte[] kindEnd(byte[] prefix, @Nullable Object value, boolean ascending) {
        return new SortKey()
                .append(prefix)
                .append(new byte[] {(byte) (SortKey.kindOf(value, ascending) + 1)})
                .bytes();
    }

    /** Where a value begins in the index, or, if {@code after}, where everything with that value has ended. */
    private static byte[] edge(byte[] prefix, Object value, boolean ascending, boolean after) {
        SortKey key = new SortKey().append(prefix).append(value, ascending);
        return after ? key.append(new byte[] {(byte) SortKey.AFTER_ALL}).bytes() : key.bytes();
    }

    /** Everything that begins with {@code prefix}. */
    static Stretch all(byte[] prefix) {
        return new Stretch(
                prefix,
                new SortKey()
                        .append(prefix)
                        .append(new byte[] {(byte) SortKey.AFTER_ALL})
                        .bytes());
    }
}
