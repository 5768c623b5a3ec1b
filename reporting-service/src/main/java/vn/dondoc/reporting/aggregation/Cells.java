package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contract.Contracts;

/** What the stores of the aggregation hold. Keys are joined with {@link #SEPARATOR}, so that a prefix finds a range. */
final class Cells {

    static final char SEPARATOR = '|';

    private Cells() {}

    /**
     * A report as it counts on one basis.
     *
     * @param values {@code null} once it was withdrawn
     * @param onTime whether it was filed by its last day; {@code null} where that was not said
     */
    record Contribution(
            long sequence,
            List<String> ancestors,
            @Nullable Map<String, BigDecimal> values,
            @Nullable Boolean onTime) {

        boolean wasOnTime() {
            return values != null && Boolean.TRUE.equals(onTime);
        }
    }

    /** The last figure that was published under a key, and how often one was. */
    record Published(
            long sequence,
            String fingerprint,
            @Nullable BigDecimal value,
            @Nullable BigDecimal settled) {}

    /** A figure that is to be published, on account of the latest fact that changed it. */
    record Due(
            Fact.Origin origin,
            long timestamp,
            String province,
            String form,
            String indicator,
            String agency,
            String period,
            String basis) {}

    static String key(String... parts) {
        return String.join(String.valueOf(SEPARATOR), parts);
    }

    /** The smallest key that no longer begins with {@code prefix}. */
    static String afterPrefix(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) + 1);
    }

    /** A state store whose values are JSON. */
    static final class Store {

        private final KeyValueStore<String, byte[]> bytes;
        private final JsonMapper json = Contracts.json();

        Store(KeyValueStore<String, byte[]> bytes) {
            this.bytes = bytes;
        }

        boolean has(String key) {
            return bytes.get(key) != null;
        }

        <T> Optional<T> get(String key, Class<T> type) {
            byte[] value = bytes.get(key);
            return value == null ? Optional.empty() : Optional.of(json.readValue(value, type));
        }

        void put(String key, Object value) {
            bytes.put(key, json.writeValueAsBytes(value));
        }

        void delete(String key) {
            bytes.delete(key);
        }

        /** Of all whose key begins so, as they were when asked: the store may be changed meanwhile. */
        <T> void forEach(String prefix, Class<T> type, BiConsumer<String, T> action) {
            read(bytes.range(prefix, afterPrefix(prefix)), type, action);
        }

        <T> void forEach(Class<T> type, BiConsumer<String, T> action) {
            read(bytes.all(), type, action);
        }

        private <T> void read(KeyValueIterator<String, byte[]> range, Class<T> type, BiConsumer<String, T> action) {
            List<KeyValue<String, byte[]>> found = new ArrayList<>();
            try (range) {
                range.forEachRemaining(found::add);
            }
            found.forEach(it -> action.accept(it.key, json.readValue(it.value, type)));
        }
    }
}
