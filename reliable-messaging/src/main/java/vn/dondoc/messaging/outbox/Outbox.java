package vn.dondoc.messaging.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;
import vn.dondoc.messaging.audit.AuditChain;

/** Makes the stores of one service's aggregates, and stamps their events. */
public final class Outbox {

    private final MongoOperations mongo;
    private final Relay relay;
    private final Clock clock;
    private final Tracer tracer;
    private final OutboxProperties properties;
    private final CrashPoints crashPoints;
    private final String source;
    private final CallersKeys keys;
    private final AuditChain audit;
    private final Retelling retelling;

    /** @param source the service's name; becomes the CloudEvents source {@code /name} */
    public Outbox(
            MongoOperations mongo,
            Relay relay,
            Clock clock,
            Tracer tracer,
            OutboxProperties properties,
            CrashPoints crashPoints,
            String source) {
        this.mongo = mongo;
        this.relay = relay;
        this.clock = clock;
        this.tracer = tracer;
        this.properties = properties;
        this.crashPoints = crashPoints;
        this.source = "/" + source;
        this.audit = relay.audit();
        this.retelling = new Retelling(mongo, relay);
        this.keys = new CallersKeys(mongo, properties.commandMemory());
    }

    /**
     * The store of one kind of aggregate.
     *
     * @param collection where its documents are kept
     * @param stored the stored form of the state, mapped by Spring Data
     */
    public <S, E, D> AggregateStore<S, E> storeOf(
            String collection,
            Class<D> stored,
            Function<S, D> toStored,
            Function<D, S> toState,
            EventEncoder<E> encoder) {
        relay.watch(collection);
        return new AggregateStore<>(
                this, collection, new StateMapping<>(mongo.getConverter(), stored, toStored, toState), encoder);
    }

    MongoOperations mongo() {
        return mongo;
    }

    OutboxProperties properties() {
        return properties;
    }

    CallersKeys keys() {
        return keys;
    }

    /** What can be told again to topics that lost it. */
    public Retelling retelling() {
        return retelling;
    }

    AuditChain audit() {
        return audit;
    }

    CrashPoints crashPoints() {
        return crashPoints;
    }

    Instant now() {
        return clock.instant();
    }

    void nudge(String collection, String id) {
        relay.nudge(collection, id);
    }

    /** An event that was told before, at its place. */
    RecordedEvent again(String aggregateId, long sequence, Instant time, OutgoingEvent event) {
        String id = aggregateId + "/" + sequence;
        return new RecordedEvent(
                id, source, aggregateId, sequence, time, Instant.now(), traceparent(), id, "told-again", event);
    }

    List<RecordedEvent> stamp(
            String aggregateId, long sequence, List<OutgoingEvent> events, @Nullable CausedBy cause, String actor) {
        Instant time = clock.instant();
        Instant recordedAt = Instant.now();
        String trace = cause == null || cause.traceparent() == null ? traceparent() : cause.traceparent();
        List<RecordedEvent> stamped = new ArrayList<>(events.size());
        long next = sequence;
        for (OutgoingEvent event : events) {
            next++;
            String id = aggregateId + "/" + next;
            stamped.add(new RecordedEvent(
                    id,
                    source,
                    aggregateId,
                    next,
                    time,
                    recordedAt,
                    trace,
                    cause == null ? id : cause.correlationId(),
                    cause == null ? actor : cause.causationId(),
                    event));
        }
        return stamped;
    }

    private @Nullable String traceparent() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        if (context.traceId().isEmpty()) {
            return null;
        }
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
