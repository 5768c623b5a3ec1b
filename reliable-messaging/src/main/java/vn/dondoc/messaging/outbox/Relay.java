package vn.dondoc.messaging.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.RecordedEvent;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.audit.AuditRecord;

/**
 * Carries pending events to the broker, and what callers did to the chain of the audit.
 *
 * <p>The rule that makes the rest safe: of one aggregate, an event is sent only after the broker acknowledged the one
 * before it, or found already pruned. So in the log the first occurrence of event k+1 always follows the first of k:
 * there can be duplicates, never a gap and never a reordering of first occurrences, whatever crashes and however many
 * relays run. No lease is needed. Sends go in waves: the first pending event of every aggregate in the batch, then the
 * second of each, and so on, so the throughput comes from many aggregates, never from pipelining one.
 *
 * <p>After the acknowledgements, {@code $pull seq ≤ k} removes exactly what was sent; clearing the array would drop an
 * event appended meanwhile. When all that an aggregate had was carried away, the same write clears {@code pendingSince}; it
 * only matches while the aggregate is still the one that was read, so it cannot hide what came later. Where it no longer
 * matches, only what was carried is pulled, and the next look carries what came between.
 *
 * <p>Writers nudge the relay with the id they wrote. A nudge may be lost with its process; a sweep finds the rest.
 */
public final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MAX_NUDGES = 100_000;
    private static final Document CARRIED = new Document(PendingEvents.PENDING, 1)
            .append(PendingEvents.SEQUENCE, 1)
            .append(PendingEvents.AUDIT, 1)
            .append("version", 1)
            .append("province", 1);

    private final MongoOperations mongo;
    private final Producer<byte[], byte[]> producer;
    private final OutboxProperties properties;
    private final CrashPoints crashPoints;
    private final AuditChain audit;
    private final List<String> collections = new CopyOnWriteArrayList<>();
    private final Set<Nudge> nudges = new LinkedHashSet<>();
    private volatile boolean running;
    private Thread worker = new Thread(this::run, "relay");

    private record Nudge(String collection, String id) {}

    public Relay(
            MongoOperations mongo,
            Producer<byte[], byte[]> producer,
            OutboxProperties properties,
            CrashPoints crashPoints,
            AuditChain audit) {
        this.mongo = mongo;
        this.producer = producer;
        this.properties = properties;
        this.crashPoints = crashPoints;
        this.audit = audit;
    }

    AuditChain audit() {
        return audit;
    }

    /** Collections of the aggregates whose events it sends. */
    public List<String> watched() {
        return List.copyOf(collections);
    }

    void watch(String collection) {
        collections.add(collection);
    }

    void nudge(String collection, String id) {
        synchronized (nudges) {
            if (nudges.size() < MAX_NUDGES) {
                nudges.add(new Nudge(collection, id));
                nudges.notifyAll();
            }
        }
    }

    /** Aggregates whose events wait for the broker. */
    public long waiting() {
        long waiting = 0;
        for (String collection : collections) {
            waiting += mongo.getCollection(collection)
                    .countDocuments(new Document(PendingEvents.PENDING_SINCE, new Document("$exists", true)));
        }
        return waiting;
    }

    /** How long the oldest event has waited; zero if none does. */
    public Duration oldest() {
        Instant now = Instant.now();
        Duration oldest = Duration.ZERO;
        for (String collection : collections) {
            Document first = mongo.getCollection(collection)
                    .find(new Document(PendingEvents.PENDING_SINCE, new Document("$exists", true)))
                    .sort(new Document(PendingEvents.PENDING_SINCE, 1))
                    .first();
            if (first != null) {
                Duration age = Duration.between(
                        first.getDate(PendingEvents.PENDING_SINCE).toInstant(), now);
                oldest = age.compareTo(oldest) > 0 ? age : oldest;
            }
        }
        return oldest;
    }

    /** Sends whatever waits in any watched collection, nudged or not. */
    public void sweep() {
        Date before = Date.from(Instant.now().minus(properties.sweepInterval()));
        for (String collection : collections) {
            List<Document> waiting = mongo.getCollection(collection)
                    .find(new Document(PendingEvents.PENDING_SINCE, new Document("$lte", before)))
                    .sort(new Document(PendingEvents.PENDING_SINCE, 1))
                    .projection(CARRIED)
                    .limit(properties.batch())
                    .into(new ArrayList<>());
            publish(collection, waiting);
        }
    }

    /** Carries away what these aggregates have: their records, then their events in waves; and prunes what was taken. */
    private void publish(String collection, List<Document> aggregates) {
        if (aggregates.isEmpty()) {
            return;
        }
        Map<String, List<RecordedEvent>> left = new LinkedHashMap<>();
        for (Document aggregate : aggregates) {
            left.put(aggregate.getString("_id"), PendingEvents.of(aggregate));
        }
        RuntimeException notKept = keepRecordsOf(aggregates);
        Map<String, Long> acknowledged = new LinkedHashMap<>();
        RelayFailure failure = null;
        crashPoints.reached(CrashPoints.Step.BEFORE_SEND);
        for (int wave = 0; failure == null; wave++) {
            Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
            Map<String, Long> sequences = new LinkedHashMap<>();
            for (Map.Entry<String, List<RecordedEvent>> entry : left.entrySet()) {
                if (wave < entry.getValue().size()) {
                    RecordedEvent event = entry.getValue().get(wave);
                    sent.put(entry.getKey(), producer.send(CloudEventHeaders.toRecord(event)));
                    sequences.put(entry.getKey(), event.sequence());
                }
            }
            if (sent.isEmpty()) {
                break;
            }
            failure = awaitWave(sent, sequences, acknowledged);
        }
        crashPoints.reached(CrashPoints.Step.AFTER_SEND_BEFORE_PRUNE);
        prune(collection, aggregates, left, acknowledged, notKept == null);
        if (failure != null) {
            throw failure;
        }
        if (notKept != null) {
            throw new RelayFailure(notKept);
        }
    }

    /** Events go out whatever becomes of the audit; what was not kept is tried again. */
    private @Nullable RuntimeException keepRecordsOf(List<Document> aggregates) {
        try {
            audit.append(recordsOf(aggregates));
            return null;
        } catch (RuntimeException notKept) {
            return notKept;
        }
    }

    /**
     * Sends events that need not be kept, in this order.
     *
     * @return how many the broker acknowledged, which is all
     */
    int tell(List<RecordedEvent> events) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            sent.add(producer.send(CloudEventHeaders.toRecord(event)));
        }
        for (Future<RecordMetadata> it : sent) {
            try {
                it.get(properties.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException notAcknowledged) {
                throw new Failure.Unavailable(LONGEST_PAUSE, notAcknowledged, "messaging.broker-down");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new RelayFailure(interrupted);
            }
        }
        return sent.size();
    }

    private static List<AuditChain.Entry> recordsOf(List<Document> aggregates) {
        List<AuditChain.Entry> entries = new ArrayList<>();
        for (Document aggregate : aggregates) {
            AuditRecord.all(aggregate.getList(PendingEvents.AUDIT, Document.class))
                    .forEach(it -> entries.add(new AuditChain.Entry(aggregate.getString("province"), it)));
        }
        entries.sort(Comparator.comparing(it -> it.what().at()));
        return entries;
    }

    private @Nullable RelayFailure awaitWave(
            Map<String, Future<RecordMetadata>> sent, Map<String, Long> sequences, Map<String, Long> acknowledged) {
        RelayFailure failure = null;
        for (Map.Entry<String, Future<RecordMetadata>> entry : sent.entrySet()) {
            try {
                entry.getValue().get(properties.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
                acknowledged.put(entry.getKey(), Objects.requireNonNull(sequences.get(entry.getKey())));
            } catch (ExecutionException | TimeoutException notAcknowledged) {
                failure = new RelayFailure(notAcknowledged);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return new RelayFailure(interrupted);
            }
        }
        return failure;
    }

    private void prune(
            String collectionName,
            List<Document> read,
            Map<String, List<RecordedEvent>> events,
            Map<String, Long> acknowledged,
            boolean recordsKept) {
        List<WriteModel<Document>> clears = new ArrayList<>();
        List<WriteModel<Document>> pulls = new ArrayList<>();
        for (Document aggregate : read) {
            String id = aggregate.getString("_id");
            List<RecordedEvent> had = Objects.requireNonNull(events.get(id));
            Document taken = taken(aggregate, acknowledged.get(id), recordsKept);
            boolean allSent = had.isEmpty() || isLast(had, acknowledged.get(id));
            if (allSent && recordsKept) {
                Document unchanged = new Document("_id", id).append("version", aggregate.getLong("version"));
                clears.add(new UpdateOneModel<>(
                        unchanged,
                        new Document(taken).append("$unset", new Document(PendingEvents.PENDING_SINCE, ""))));
            }
            if (!taken.isEmpty()) {
                pulls.add(new UpdateOneModel<>(new Document("_id", id), taken));
            }
        }
        MongoCollection<Document> collection = mongo.getCollection(collectionName);
        int cleared = clears.isEmpty()
                ? 0
                : collection
                        .bulkWrite(clears, new BulkWriteOptions().ordered(false))
                        .getMatchedCount();
        crashPoints.reached(CrashPoints.Step.AFTER_PRUNE);
        if (cleared < read.size() && !pulls.isEmpty()) {
            collection.bulkWrite(pulls, new BulkWriteOptions().ordered(false));
        }
    }

    private static boolean isLast(List<RecordedEvent> had, @Nullable Long acknowledged) {
        return acknowledged != null && had.getLast().sequence() == acknowledged;
    }

    /** The update that takes away what was carried from an aggregate; empty if nothing was. */
    private static Document taken(Document aggregate, @Nullable Long acknowledged, boolean recordsKept) {
        Document pulled = new Document();
        if (acknowledged != null) {
            pulled.append(PendingEvents.PENDING, new Document("seq", new Document("$lte", acknowledged)));
        }
        List<String> records = AuditRecord.all(aggregate.getList(PendingEvents.AUDIT, Document.class)).stream()
                .map(AuditRecord::of)
                .toList();
        if (recordsKept && !records.isEmpty()) {
            pulled.append(PendingEvents.AUDIT, new Document("of", new Document("$in", records)));
        }
        return pulled.isEmpty() ? pulled : new Document("$pull", pulled);
    }

    private void run() {
        Duration pause = Duration.ZERO;
        long nextSweep = 0;
        while (running) {
            try {
                for (Map.Entry<String, List<String>> entry : takeNudges(pause).entrySet()) {
                    publish(entry.getKey(), waitingAmong(entry.getKey(), entry.getValue()));
                }
                if (System.nanoTime() - nextSweep >= 0) {
                    sweep();
                    nextSweep = System.nanoTime() + properties.sweepInterval().toNanos();
                }
                pause = Duration.ZERO;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                pause = pause.isZero() ? Duration.ofMillis(200) : pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                if (running) {
                    log.warn("relay=stalled retry-in={} reason={}", pause, failed.toString());
                }
            }
        }
    }

    private List<Document> waitingAmong(String collection, List<String> ids) {
        return mongo.getCollection(collection)
                .find(new Document("_id", new Document("$in", ids)))
                .projection(CARRIED)
                .into(new ArrayList<>());
    }

    private Map<String, List<String>> takeNudges(Duration pause) throws InterruptedException {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        synchronized (nudges) {
            if (!pause.isZero()) {
                nudges.wait(pause.toMillis());
            } else if (nudges.isEmpty()) {
                nudges.wait(properties.sweepInterval().toMillis());
            }
        }
        if (!properties.gather().isZero()) {
            // On purpose: what others write in this moment goes out in the same round.
            Thread.sleep(properties.gather());
        }
        synchronized (nudges) {
            var iterator = nudges.iterator();
            for (int n = 0; n < properties.batch() && iterator.hasNext(); n++) {
                Nudge nudge = iterator.next();
                iterator.remove();
                taken.computeIfAbsent(nudge.collection(), it -> new ArrayList<>())
                        .add(nudge.id());
            }
        }
        return taken;
    }

    @Override
    public void start() {
        running = true;
        worker = new Thread(this::run, "relay");
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void stop() {
        running = false;
        worker.interrupt();
        try {
            worker.join(2_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static final class RelayFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RelayFailure(Throwable cause) {
            super(cause);
        }
    }
}
