package vn.dondoc.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents 1.0 over Kafka, binary mode: attributes as {@code ce_} headers, data as the record value. Written here
 * because the framework's own support writes {@code ce-} names, which no CloudEvents reader recognises on Kafka.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class CloudEventHeaders {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String SEQUENCE = "ce_sequence";
    public static final String PROVINCE = "ce_province";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String TRACEPARENT = "ce_traceparent";
    public static final String NATIVE_TRACEPARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    /** The text of a header; empty if the record has none of this name. */
    public static Optional<String> read(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** The Kafka record of {@code event}: key, timestamp, headers and value. */
    public static ProducerRecord<byte[], byte[]> toRecord(RecordedEvent event) {
        return new ProducerRecord<>(
                event.event().topic(),
                null,
                event.recordedAt().toEpochMilli(),
                event.aggregateId().getBytes(StandardCharsets.UTF_8),
                event.event().data().getBytes(StandardCharsets.UTF_8),
                of(event));
    }

    /** The attributes of an event as headers, and what readers that know nothing of CloudEvents look for. */
    public static Headers of(RecordedEvent event) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(SPEC_VERSION, "1.0");
        attributes.put(ID, event.id());
        attributes.put(TYPE, event.event().type());
        attributes.put(SOURCE, event.source());
        attributes.put(SUBJECT, event.aggregateId());
        attributes.put(TIME, event.time().toString());
        attributes.put(SEQUENCE, Long.toString(event.sequence()));
        attributes.put(PROVINCE, event.event().province());
        attributes.put(CORRELATION_ID, event.correlationId());
        attributes.put(CAUSATION_ID, event.causationId());
        String traceparent = event.traceparent();
        if (traceparent != null) {
            attributes.put(TRACEPARENT, traceparent);
            attributes.put(NATIVE_TRACEPARENT, traceparent);
        }
        attributes.put(CONTENT_TYPE, "application/json");
        var headers = new RecordHeaders();
        attributes.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
