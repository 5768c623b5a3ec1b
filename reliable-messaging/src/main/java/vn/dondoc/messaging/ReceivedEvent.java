package vn.dondoc.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.CausedBy;

/**
 * An event as a handler gets it.
 *
 * @param aggregateId key of the source aggregate
 * @param sequence its place in that aggregate's sequence, gapless from 1
 * @param time when it happened, by the sender's clock
 * @param recordedAt when it was recorded, by the sender machine's clock
 * @param causationId id of the event or command that caused it; {@code null} if it was not said
 * @param data the contract record of its type
 */
public record ReceivedEvent<D>(
        String id,
        String type,
        String aggregateId,
        long sequence,
        Instant time,
        Instant recordedAt,
        String province,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        D data) {

    /** What is recorded because of this event names it as its cause. */
    public CausedBy cause() {
        return new CausedBy(correlationId, id, traceparent);
    }
}
