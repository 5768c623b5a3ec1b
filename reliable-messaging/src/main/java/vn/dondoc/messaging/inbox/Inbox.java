package vn.dondoc.messaging.inbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.CausedBy;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.outbox.CrashPoints;

/**
 * Hands each record to its handler. Delivery is at least once; a handler's effect happens once because the effect itself
 * carries the evidence (a derived id, or the last applied sequence). What a failure means for the record is decided in
 * {@link RetryPolicy}.
 */
public final class Inbox {

    private final Parking parking;
    private final JsonMapper json;
    private final Tracer tracer;
    private final Propagator propagator;
    private final CrashPoints crashPoints;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();

    public Inbox(Parking parking, JsonMapper json, Tracer tracer, Propagator propagator, CrashPoints crashPoints) {
        this.parking = parking;
        this.json = json;
        this.tracer = tracer;
        this.propagator = propagator;
        this.crashPoints = crashPoints;
    }

    /** The function that Spring Cloud Stream binds to the subscription's topic. */
    public Consumer<Message<?>> receiving(Subscription subscription) {
        subscriptions.put(subscription.topic(), subscription);
        return message -> receive(subscription, ArrivedRecord.of(message));
    }

    private void receive(Subscription subscription, ArrivedRecord record) {
        if (parking.holds(record.topic(), record.sequenceKey())) {
            throw new MustBeParked("an earlier event of this aggregate is parked", null);
        }
        handle(subscription, record);
        crashPoints.reached(CrashPoints.Step.AFTER_HANDLE_BEFORE_COMMIT);
    }

    /**
     * Handles what is parked in one sequence, first to last, and stops at the first that still fails.
     *
     * @return how many were handled
     */
    public int replay(String sequenceId) {
        int handled = 0;
        while (true) {
            Optional<ArrivedRecord> first = parking.first(sequenceId);
            if (first.isEmpty()) {
                return handled;
            }
            Subscription subscription = subscriptions.get(first.get().topic());
            if (subscription == null) {
                throw new Failure.NotFound("chủ đề", first.get().topic());
            }
            handle(subscription, first.get());
            parking.release(sequenceId, first.get());
            handled++;
        }
    }

    private void handle(Subscription subscription, ArrivedRecord record) {
        String type = record.header(CloudEventHeaders.TYPE);
        if (subscription.ignores(type)) {
            return;
        }
        Subscription.Handler<?> handler = subscription.handler(type);
        if (handler == null) {
            throw new MustBeParked("nobody handles or ignores " + type, null);
        }
        dispatch(handler, record, type);
    }

    private <D> void dispatch(Subscription.Handler<D> handler, ArrivedRecord record, String type) {
        ReceivedEvent<D> event = read(handler, record, type);
        Span span = propagator
                .extract(record.headers(), (headers, name) -> headers.get("ce_" + name))
                .name("handle " + type)
                .start();
        try (Tracer.SpanInScope traced = tracer.withSpan(span);
                CausedBy.Scope caused = new CausedBy(event.correlationId(), event.id()).open()) {
            handler.action().accept(event);
        } finally {
            span.end();
        }
    }

    private <D> ReceivedEvent<D> read(Subscription.Handler<D> handler, ArrivedRecord record, String type) {
        byte @Nullable [] payload = record.payload();
        if (payload == null) {
            throw new Failure.Invalid("", "Sự kiện không có dữ liệu.", "The event has no data.");
        }
        try {
            return new ReceivedEvent<>(
                    record.header(CloudEventHeaders.ID),
                    type,
                    record.header(CloudEventHeaders.SUBJECT),
                    Long.parseLong(record.header(CloudEventHeaders.SEQUENCE)),
                    Instant.parse(record.header(CloudEventHeaders.TIME)),
                    record.recordedAt(),
                    record.header(CloudEventHeaders.PROVINCE),
                    record.header(CloudEventHeaders.CORRELATION_ID),
                    record.optional(CloudEventHeaders.TRACEPARENT),
                    json.readValue(payload, handler.data()));
        } catch (JacksonException | NumberFormatException | DateTimeParseException unreadable) {
            throw new MustBeParked("unreadable: " + unreadable.getMessage(), unreadable);
        }
    }

    /** No retry can help this record. */
    static final class MustBeParked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MustBeParked(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}
