package vn.dondoc.messaging.inbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;
import vn.dondoc.aggregate.Acting;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.OfProvince;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.outbox.CrashPoints;

/**
 * Hands each record to its handler. Delivery is at least once; a handler's effect happens once because the effect itself
 * carries the evidence (a derived id, or the last applied sequence), or the inbox remembers how far it came ({@link
 * Subscription#once}). What a failure means for the record is decided in
 * {@link RetryPolicy}.
 */
public final class Inbox {

    private final Parking parking;
    private final HeardSequences heard;
    private final Tracer tracer;
    private final Propagator propagator;
    private final CrashPoints crashPoints;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();

    public Inbox(Parking parking, HeardSequences heard, Tracer tracer, Propagator propagator, CrashPoints crashPoints) {
        this.parking = parking;
        this.heard = heard;
        this.tracer = tracer;
        this.propagator = propagator;
        this.crashPoints = crashPoints;
    }

    /** The function that Spring Cloud Stream binds to the subscription's topic. */
    public Consumer<Message<?>> receiving(Subscription subscription) {
        subscription.requireComplete();
        subscriptions.put(subscription.topic(), subscription);
        return message -> {
            if (message.getPayload() instanceof List<?> payloads) {
                receiveAll(subscription, ArrivedRecord.allOf(message, payloads));
            } else {
                receive(subscription, ArrivedRecord.of(message));
            }
        };
    }

    /** Topics that are listened to. */
    public Set<String> topics() {
        return Set.copyOf(subscriptions.keySet());
    }

    private void receive(Subscription subscription, ArrivedRecord record) {
        if (isHeld(record)) {
            throw new MustBeParked("an earlier event of this aggregate is parked", null);
        }
        handle(subscription, record);
        crashPoints.reached(CrashPoints.Step.AFTER_HANDLE_BEFORE_COMMIT);
    }

    /** A batch, stretch by stretch; what fails is named by its place, so that all before it counts as consumed. */
    private void receiveAll(Subscription subscription, List<ArrivedRecord> records) {
        int at = 0;
        while (at < records.size()) {
            int end = stretch(subscription, records, at);
            try {
                if (end - at > 1) {
                    handleTogether(subscription, records.subList(at, end));
                } else {
                    receive(subscription, records.get(at));
                }
            } catch (BatchListenerFailedException named) {
                throw new BatchListenerFailedException(
                        String.valueOf(named.getMessage()), named.getCause(), at + named.getIndex());
            } catch (RuntimeException failed) {
                throw new BatchListenerFailedException("a record could not be handled", failed, at);
            }
            at = end;
        }
        crashPoints.reached(CrashPoints.Step.AFTER_HANDLE_BEFORE_COMMIT);
    }

    /** Where the records end that can be handed over together with the first. */
    private int stretch(Subscription subscription, List<ArrivedRecord> records, int from) {
        String type = records.get(from).optional(CloudEventHeaders.TYPE);
        Subscription.Handler<?> handler = type == null ? null : subscription.handler(type);
        int end = from + 1;
        if (type == null || handler == null || !handler.together() || isHeld(records.get(from))) {
            return end;
        }
        while (end < records.size()
                && type.equals(records.get(end).optional(CloudEventHeaders.TYPE))
                && !isHeld(records.get(end))) {
            end++;
        }
        return end;
    }

    private boolean isHeld(ArrivedRecord record) {
        return parking.holds(record.topic(), record.sequenceKey());
    }

    /** If together they fail for any reason but a dependency that is down, the one at fault is looked for. */
    private void handleTogether(Subscription subscription, List<ArrivedRecord> records) {
        String type = records.getFirst().header(CloudEventHeaders.TYPE);
        Subscription.Handler<?> handler = Objects.requireNonNull(subscription.handler(type));
        try {
            dispatchNews(subscription, handler, records, type);
        } catch (RuntimeException failed) {
            if (RetryPolicy.kind(failed) == RetryPolicy.Kind.DOWN) {
                throw failed;
            }
            for (int i = 0; i < records.size(); i++) {
                try {
                    receive(subscription, records.get(i));
                } catch (RuntimeException atFault) {
                    throw new BatchListenerFailedException("a record could not be handled", atFault, i);
                }
            }
        }
    }

    /**
     * What a replay did.
     *
     * @param handled records that were handled after all
     * @param reason why the first that is left failed again; {@code null} if none is left
     */
    public record Replayed(
            String sequence, int handled, @Nullable String reason) {}

    /** Handles what is parked in one sequence, first to last, and stops at the first that still fails. */
    public Replayed replay(String sequenceId) {
        int handled = 0;
        while (true) {
            Optional<ArrivedRecord> first = parking.first(sequenceId);
            if (first.isEmpty()) {
                if (handled == 0 && topics().contains(parking.topicOf(sequenceId))) {
                    parking.settleIfEmpty(sequenceId);
                }
                return new Replayed(sequenceId, handled, null);
            }
            Subscription subscription = subscriptions.get(first.get().topic());
            if (subscription == null) {
                throw new Failure.NotFound(
                        "messaging.no-subscription", first.get().topic());
            }
            try (CausedBy.Scope nobody = Acting.suspended()) {
                handle(subscription, first.get());
            } catch (RuntimeException again) {
                return new Replayed(sequenceId, handled, RetryPolicy.reason(again));
            }
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
        dispatchNews(subscription, handler, List.of(record), type);
    }

    /** What was handled long ago is let pass, where the subscription asks for it. */
    private void dispatchNews(
            Subscription subscription, Subscription.Handler<?> handler, List<ArrivedRecord> records, String type) {
        if (!subscription.isOnce()) {
            dispatch(handler, records, type);
            return;
        }
        HeardSequences.Heard heardOfThese = heard.of(
                records.getFirst().topic(),
                records.stream().map(it -> it.header(CloudEventHeaders.SUBJECT)).toList());
        List<ArrivedRecord> news = records.stream()
                .filter(it -> heardOfThese.isNews(it.header(CloudEventHeaders.SUBJECT), sequence(it)))
                .toList();
        if (!news.isEmpty()) {
            dispatch(handler, news, type);
            heardOfThese.keep();
        }
    }

    private static long sequence(ArrivedRecord record) {
        try {
            return Long.parseLong(record.header(CloudEventHeaders.SEQUENCE));
        } catch (NumberFormatException unreadable) {
            throw new MustBeParked("unreadable: " + unreadable.getMessage(), unreadable);
        }
    }

    private <D> void dispatch(Subscription.Handler<D> handler, List<ArrivedRecord> records, String type) {
        List<ReceivedEvent<D>> events = new ArrayList<>(records.size());
        for (ArrivedRecord record : records) {
            events.add(read(handler, record, type));
        }
        Span span = propagator
                .extract(records.getFirst().headers(), (headers, name) -> headers.get("ce_" + name))
                .name("handle " + type)
                .start();
        ReceivedEvent<D> first = events.getFirst();
        try (Tracer.SpanInScope traced = tracer.withSpan(span);
                CausedBy.Scope caused = new CausedBy(first.correlationId(), first.id(), null).open()) {
            handler.action().accept(events);
        } finally {
            span.end();
        }
    }

    private <D> ReceivedEvent<D> read(Subscription.Handler<D> handler, ArrivedRecord record, String type) {
        byte @Nullable [] payload = record.payload();
        if (payload == null) {
            throw new Failure.Invalid("", "messaging.no-data");
        }
        try {
            return new ReceivedEvent<>(
                    record.header(CloudEventHeaders.ID),
                    type,
                    record.header(CloudEventHeaders.SUBJECT),
                    sequence(record),
                    Instant.parse(record.header(CloudEventHeaders.TIME)),
                    record.recordedAt(),
                    record.header(CloudEventHeaders.PROVINCE),
                    record.header(CloudEventHeaders.CORRELATION_ID),
                    record.optional(CloudEventHeaders.CAUSATION_ID),
                    record.optional(CloudEventHeaders.TRACEPARENT),
                    believed(record, Contracts.read(payload, handler.data())));
        } catch (JacksonException | DateTimeParseException unreadable) {
            throw new MustBeParked("unreadable: " + unreadable.getMessage(), unreadable);
        }
    }

    /** An event tells of its own province alone. */
    private static <D> D believed(ArrivedRecord record, D data) {
        String doubt = data instanceof OfProvince told ? told.doubt(record.header(CloudEventHeaders.PROVINCE)) : null;
        if (doubt != null) {
            throw new MustBeParked(doubt, null);
        }
        return data;
    }

    /** No retry can help this record. */
    static final class MustBeParked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MustBeParked(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}
