package vn.dondoc.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import vn.dondoc.failure.Failure;

/** A broker record as it arrived, before anybody trusts it. */
record ArrivedRecord(
        String topic,
        int partition,
        long offset,
        long timestamp,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] payload) {

    static ArrivedRecord of(Message<?> message) {
        Map<String, String> headers = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (name.startsWith("ce_")) {
                headers.put(name, text(value));
            }
        });
        Object key = message.getHeaders().get(KafkaHeaders.RECEIVED_KEY);
        return new ArrivedRecord(
                required(message, KafkaHeaders.RECEIVED_TOPIC, String.class),
                required(message, KafkaHeaders.RECEIVED_PARTITION, Integer.class),
                required(message, KafkaHeaders.OFFSET, Long.class),
                required(message, KafkaHeaders.RECEIVED_TIMESTAMP, Long.class),
                key == null ? null : text(key),
                headers,
                message.getPayload() instanceof byte[] bytes ? bytes : null);
    }

    /** All records of a message from a binding in batch mode. */
    static List<ArrivedRecord> allOf(Message<?> message, List<?> payloads) {
        List<ArrivedRecord> all = new ArrayList<>(payloads.size());
        List<?> keys = required(message, KafkaHeaders.RECEIVED_KEY, List.class);
        List<?> topics = required(message, KafkaHeaders.RECEIVED_TOPIC, List.class);
        List<?> partitions = required(message, KafkaHeaders.RECEIVED_PARTITION, List.class);
        List<?> offsets = required(message, KafkaHeaders.OFFSET, List.class);
        List<?> timestamps = required(message, KafkaHeaders.RECEIVED_TIMESTAMP, List.class);
        List<?> headers = required(message, KafkaHeaders.BATCH_CONVERTED_HEADERS, List.class);
        for (int i = 0; i < payloads.size(); i++) {
            Map<String, String> own = new HashMap<>();
            ((Map<?, ?>) headers.get(i)).forEach((name, value) -> {
                if (name instanceof String text && text.startsWith("ce_") && value != null) {
                    own.put(text, text(value));
                }
            });
            Object key = keys.get(i);
            all.add(new ArrivedRecord(
                    (String) topics.get(i),
                    (Integer) partitions.get(i),
                    (Long) offsets.get(i),
                    (Long) timestamps.get(i),
                    key == null || key instanceof KafkaNull ? null : text(key),
                    own,
                    payloads.get(i) instanceof byte[] bytes ? bytes : null));
        }
        return all;
    }

    static ArrivedRecord of(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith("ce_") && header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new ArrivedRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key() == null ? null : text(record.key()),
                headers,
                record.value() instanceof byte[] bytes ? bytes : null);
    }

    String header(String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new Failure.Invalid(name, "messaging.no-attribute");
        }
        return value;
    }

    @Nullable
    String optional(String name) {
        return headers.get(name);
    }

    /** What is parked together: the aggregate, or this record alone if it names none. */
    String sequenceKey() {
        return key == null ? "unkeyed-" + partition + "-" + offset : key;
    }

    Instant recordedAt() {
        return Instant.ofEpochMilli(timestamp);
    }

    private static <T> T required(Message<?> message, String header, Class<T> type) {
        T value = message.getHeaders().get(header, type);
        if (value == null) {
            throw new IllegalStateException("the binder gave no " + header);
        }
        return value;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
    }
}
