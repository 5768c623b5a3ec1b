package vn.dondoc.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with its place in the sequence of its aggregate.
 *
 * @param id unique over all services
 * @param source the service that recorded it, as a URI reference
 * @param aggregateId record key and CloudEvents subject
 * @param sequence gapless per aggregate, from 1
 * @param time when it happened, by the service's clock
 * @param recordedAt when it was written, by the machine's clock; becomes the record's timestamp
 * @param traceparent W3C trace context of the command, if it was traced
 * @param correlationId the request or directive that began the chain
 * @param causationId the event or command that directly caused it
 */
public record RecordedEvent(
        String id,
        String source,
        String aggregateId,
        long sequence,
        Instant time,
        Instant recordedAt,
        @Nullable String traceparent,
        String correlationId,
        String causationId,
        OutgoingEvent event) {}
