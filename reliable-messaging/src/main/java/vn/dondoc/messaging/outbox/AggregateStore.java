package vn.dondoc.messaging.outbox;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Acting;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Position;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.contract.Topic;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.AlreadyThere;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;
import vn.dondoc.messaging.StoreDown;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.audit.AuditRecord;

/**
 * Stores one kind of aggregate together with the events it has still to publish.
 *
 * <p>Everything this system promises about not losing and not doubling rests on the shape of one document and on three
 * properties that every MongoDB has: a single document is written atomically, {@code _id} is unique, and of two writers
 * who compare-and-set on the same {@code version} one loses.
 *
 * <pre>
 * { _id, province, created, version, the aggregate; version counts writes
 *   seq,                             number of its last event, gapless from 1
 *   state: {...},                    what the service knows
 *   pending: [{seq, type, data…}],   events not yet acknowledged by the broker
 *   pendingSince,                    absent when there are none, so a sparse index finds the rest
 *   places: [{seq, type, at}],       of all its events, where they may have to be told again
 *   audit: [{of, by, text…}],        what callers did to it, until it is in the audit's chain
 *   commands: [{key, …}] }           the last commands, so that a retry gets the first answer
 * </pre>
 *
 * <p>A command loads the document, decides, and writes state, version, events and its own key in one conditional
 * update. Before that write nothing has happened; after it everything has, and the {@link Relay} cannot miss it. There
 * is no second write that could fail, so there is no transaction. A lost reply is harmless: the retry finds its key. Two
 * racing commands cannot both win the version, so the sequence has neither gap nor fork.
 *
 * <p>State is replaced under its own field and pending events are only pushed here and pulled by the relay; a
 * whole-document replace would bring back events that were already pruned. See docs/guarantees.md and the state-space
 * check cited there.
 *
 * @param <S> domain state
 * @param <E> domain event
 */
public final class AggregateStore<S, E> {

    /** When the aggregate was created: a field of every document, for orders. */
    public static final String CREATED = "created";

    private static final int ATTEMPTS = 8;
    private static final int FEW_COMMANDS = 50;
    private static final int DUPLICATE_KEY = 11000;

    private final Outbox outbox;
    private final String collectionName;
    private final StateMapping<S, ?> mapping;
    private final EventEncoder<E> encoder;
    private final Set<String> secrets = new HashSet<>();
    private final Set<String> digested = new HashSet<>();
    private boolean keepsPlaces;
    private final AuditRecord.Shown shown = new AuditRecord.Shown(secrets, digested);

    AggregateStore(Outbox outbox, String collectionName, StateMapping<S, ?> mapping, EventEncoder<E> encoder) {
        this.outbox = outbox;
        this.collectionName = collectionName;
        this.mapping = mapping;
        this.encoder = encoder;
        declareSparseIndex(new Document(PendingEvents.PENDING_SINCE, 1));
    }

    /**
     * What others were told of an aggregate, as far as its state still shows it: events in the order in which they were told.
     */
    @FunctionalInterface
    public interface Told<S, E> {
        List<E> of(String province, S state);
    }

    /**
     * Lets what the aggregates stand for be told again, to a topic that lost it. Where more than the last event counts, the
     * places of all are kept with the aggregate, so that each is told at its own and who heard it knows it again.
     */
    public void tellAgain(Topic topic, Told<S, E> told) {
        keepsPlaces = !topic.compacted();
        outbox.retelling().add(topic, new Retelling.Source(collectionName, document -> again(document, told)));
    }

    /** What still waits in the outbox comes from there, after this. */
    private List<RecordedEvent> again(Document document, Told<S, E> told) {
        String id = document.getString("_id");
        List<Document> pending = document.getList(PendingEvents.PENDING, Document.class, List.of());
        long untold = pending.isEmpty() ? Long.MAX_VALUE : pending.getFirst().getLong("seq");
        List<OutgoingEvent> events = told
                .of(document.getString("province"), versioned(document).state())
                .stream()
                .map(it -> encoder.encode(id, it))
                .toList();
        return new Places(document)
                .of(events).entrySet().stream()
                        .filter(it -> it.getKey().seq() < untold)
                        .map(it ->
                                outbox.again(id, it.getKey().seq(), it.getKey().at(), it.getValue()))
                        .toList();
    }

    /** Names fields of the stored state whose values the audit does not show. */
    public void keepSecret(String... fields) {
        secrets.addAll(List.of(fields));
    }

    /** Names fields of the stored state of which the audit keeps a digest: what they hold may have to be forgotten. */
    public void keepDigestOf(String... fields) {
        digested.addAll(List.of(fields));
    }

    /** Takes the caller's key for a command whose parts are written otherwise. */
    public void takeKey(Command command) {
        takeKey(command, outbox.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Declares the index of a list beside its query.
     *
     * @param values fields that the query gives by value
     */
    public void declareIndex(Order order, String... values) {
        declareIndex(order.index(values));
    }

    /** Declares an index beside the query that it serves: fields given by value, then the order, then {@code _id}. */
    public void declareIndex(Document keys) {
        collection().createIndex(keys);
    }

    /** The same, holding only the documents that have one of the fields. */
    public void declareSparseIndex(Document keys) {
        collection().createIndex(keys, new IndexOptions().sparse(true));
    }

    /** The same, where no two of these documents may have the same values. */
    public void declareUniqueIndex(Document keys) {
        collection().createIndex(keys, new IndexOptions().sparse(true).unique(true));
    }

    /**
     * Writes anew, once, what was stored in an earlier form, so that what lists need and the state implies is there. State,
     * version and sequence stay, and nobody is told.
     *
     * @param form number of the stored form, raised with every field that older documents lack
     */
    public void storedAs(int form) {
        guarded(() -> {
            new StoredForm<>(outbox.mongo(), collectionName, mapping).raiseTo(form);
            return form;
        });
    }

    /** A new aggregate and the decision that brought it about. */
    public record Birth<S, E>(String id, String province, Decision<S, E> decision) {}

    /** A decision on an aggregate as it was read. */
    public record Change<S, E>(Versioned<S> before, Decision<S, E> decision) {}

    /**
     * Reads one aggregate.
     *
     * @param province only if it belongs there; {@code null} reads across provinces and is for the system itself
     */
    public Optional<Versioned<S>> find(String id, @Nullable String province) {
        return Optional.ofNullable(load(id, province)).map(this::versioned);
    }

    /**
     * Reads a stretch of a list. Needs an index on the fields of the query, then the field of the order, then {@code _id}.
     *
     * @param orders of the list by their names
     * @throws Failure.Invalid if the window begins after what is no position
     */
    public Stretch<Versioned<S>> list(Document query, Map<String, Order> orders, Window window) {
        return list(query, orders, window, null).map(this::versioned);
    }

    /**
     * The same, of each item only a part.
     *
     * @param part record into which the part is read
     * @param fields of the stored form that it needs
     */
    public <P> Stretch<Versioned<P>> list(
            Document query, Map<String, Order> orders, Window window, Class<P> part, List<String> fields) {
        Document projection = new Document("version", 1).append("seq", 1).append(CREATED, 1);
        fields.forEach(it -> projection.append("state." + it, 1));
        String field = Objects.requireNonNull(orders.get(window.sort())).field();
        if (field != null) {
            projection.append(field, 1);
        }
        return list(query, orders, window, projection)
                .map(it -> versioned(it, mapping.read(it.get("state", Document.class), part)));
    }

    private Stretch<Document> list(
            Document query, Map<String, Order> orders, Window window, @Nullable Document projection) {
        Order order = Objects.requireNonNull(orders.get(window.sort()), window.sort());
        return stretch(behind(query, order, window, projection), order, window, () -> count(query));
    }

    /**
     * Reads a stretch of what has one of some values, from each value's own run of the index.
     *
     * @param values few, for each is read as far as the window reaches
     */
    public Stretch<Versioned<S>> listAny(
            Document query, String field, Collection<String> values, Map<String, Order> orders, Window window) {
        Order order = Objects.requireNonNull(orders.get(window.sort()), window.sort());
        List<Document> found = new ArrayList<>();
        for (String value : values) {
            found.addAll(behind(new Document(query).append(field, value), order, window, null));
        }
        found.sort(order);
        LongSupplier total = () -> values.stream()
                .mapToLong(it -> count(new Document(query).append(field, it)))
                .sum();
        return stretch(found, order, window, total).map(this::versioned);
    }

    /** What stands behind the position of a window, one more than it holds. */
    private List<Document> behind(Document query, Order order, Window window, @Nullable Document projection) {
        int oneLonger = window.limit() + 1;
        if (window.after().isEmpty()) {
            return read(query, order.sort(), oneLonger, projection);
        }
        Position last = Position.decode(window.after());
        Document equals = new Document(query);
        if (order.field() != null) {
            Filters.also(equals, order.field(), order.stored(last));
        }
        Filters.also(equals, "_id", Order.beyond(order.idAscending(), last.id()));
        List<Document> found = new ArrayList<>(read(equals, order.sort(), oneLonger, projection));
        if (order.field() != null && found.size() < oneLonger) {
            Object value = order.stored(last);
            Document beyond = Filters.also(new Document(query), order.field(), Order.beyond(order.ascending(), value));
            found.addAll(read(beyond, order.sort(), oneLonger - found.size(), projection));
        }
        return found;
    }

    private static Stretch<Document> stretch(List<Document> found, Order order, Window window, LongSupplier total) {
        boolean more = found.size() > window.limit();
        List<Document> shown = more ? found.subList(0, window.limit()) : found;
        String next = more ? order.positionOf(shown.getLast()).encode() : null;
        return new Stretch<>(shown, next, window.counted() ? total.getAsLong() : null);
    }

    /** Reads the first of a list; the index is that of {@link #list}. */
    public List<Versioned<S>> first(Document query, Order order, int limit) {
        return first(query, order.sort(), limit);
    }

    /** The same, in the order of certain fields; equals come in any. */
    public List<Versioned<S>> first(Document query, Document order, int limit) {
        return read(query, order, limit, null).stream().map(this::versioned).toList();
    }

    /** How many match. An index on the fields of the query answers it. */
    public long count(Document query) {
        Document command = new Document("count", collectionName).append("query", query);
        Number found = guarded(() -> outbox.mongo().executeCommand(command)).get("n", Number.class);
        return found.longValue();
    }

    private List<Document> read(Document query, Document order, int limit, @Nullable Document projection) {
        return guarded(() -> collection()
                .find(query)
                .projection(projection)
                .sort(order)
                .limit(limit)
                .batchSize(limit)
                .into(new ArrayList<>()));
    }

    /** Reads those of some ids that are there, in no order. */
    public List<Versioned<S>> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : findAny(new Document("_id", new Document("$in", List.copyOf(ids))), ids.size());
    }

    /** Reads what matches, in no order. */
    public List<Versioned<S>> findAny(Document query, int limit) {
        return guarded(() -> {
            List<Versioned<S>> found = new ArrayList<>();
            collection().find(query).limit(limit).batchSize(limit).forEach(it -> found.add(versioned(it)));
            return found;
        });
    }

    /** Ids of all that match, in no order. */
    public List<String> ids(Document query) {
        return guarded(() -> collection()
                .find(query)
                .projection(new Document("_id", 1))
                .map(it -> it.getString("_id"))
                .into(new ArrayList<>()));
    }

    /**
     * A number of aggregates that have the same values.
     *
     * @param values by the names given to {@link #countPerGroup}
     */
    public record GroupCount(Document values, int count) {}

    /**
     * Counts what matches, for each combination of some fields. Needs an index on the fields of the query, then these.
     *
     * @param fields path by name
     */
    public List<GroupCount> countPerGroup(Document query, Document fields) {
        Document by = new Document();
        fields.forEach((name, path) -> by.append(name, "$" + path));
        List<Document> stages = List.of(
                new Document("$match", query),
                new Document("$group", new Document("_id", by).append("n", new Document("$sum", 1))));
        return guarded(() -> collection()
                .aggregate(stages)
                .map(it -> new GroupCount(it.get("_id", Document.class), it.getInteger("n")))
                .into(new ArrayList<>()));
    }

    /**
     * Creates an aggregate. The id must be derived from what makes the aggregate unique or from the command's key, so
     * that a retry meets the first one.
     *
     * @throws Failure.Conflict if another command created it
     */
    public Receipt create(String id, String province, Command command, Supplier<Decision<S, E>> decide) {
        Document existing = load(id, null);
        if (existing != null) {
            return answeredBefore(existing, command).orElseThrow(() -> alreadyThere(id));
        }
        Decision<S, E> decision = decide.get();
        Instant now = outbox.now().truncatedTo(ChronoUnit.MILLIS);
        Document born = document(new Birth<>(id, province, decision), command, now, Acting.current());
        takeKey(command, now);
        outbox.crashPoints().reached(CrashPoints.Step.BEFORE_WRITE);
        try {
            guarded(() -> collection().insertOne(born));
        } catch (DuplicateId raced) {
            Document winner = load(id, null);
            if (winner == null) {
                throw alreadyThere(id);
            }
            return answeredBefore(winner, command).orElseThrow(() -> alreadyThere(id));
        }
        putDown();
        outbox.crashPoints().reached(CrashPoints.Step.AFTER_WRITE_BEFORE_NUDGE);
        outbox.nudge(collectionName, id);
        return new Receipt(id, 1, now);
    }

    /**
     * Loads, decides and writes, again if another command came between.
     *
     * @param missing what to say if there is none in sight
     * @param province as in {@link #find(String, String)}
     * @throws Failure.NotFound if there is none in sight
     * @throws Failure.Stale if the command expects another version
     */
    public Receipt handle(
            Text missing,
            String id,
            @Nullable String province,
            Command command,
            Function<Versioned<S>, Decision<S, E>> decide) {
        for (int attempt = 1; ; attempt++) {
            Document document = load(id, province);
            if (document == null) {
                throw new Failure.NotFound(missing);
            }
            Optional<Receipt> first = answeredBefore(document, command);
            if (first.isPresent()) {
                return first.get();
            }
            Versioned<S> before = versioned(document);
            if (command.expectedVersion().isPresent()
                    && command.expectedVersion().getAsLong() != before.version()) {
                throw new Failure.Stale();
            }
            Decision<S, E> decision = decide.apply(before);
            if (!decision.changed()) {
                return new Receipt(id, before.version(), outbox.now().truncatedTo(ChronoUnit.MILLIS));
            }
            refuseWhenFull(document, decision);
            Instant now = outbox.now().truncatedTo(ChronoUnit.MILLIS);
            refuseWhenForgotten(document, takeKey(command, now));
            outbox.crashPoints().reached(CrashPoints.Step.BEFORE_WRITE);
            UpdateOneModel<Document> write = write(before, decision, command, now, remembered(document, now));
            boolean won =
                    guarded(() -> collection().updateOne(write.getFilter(), Objects.requireNonNull(write.getUpdate())))
                                    .getMatchedCount()
                            == 1;
            if (won) {
                putDown();
                outbox.crashPoints().reached(CrashPoints.Step.AFTER_WRITE_BEFORE_NUDGE);
                outbox.nudge(collectionName, id);
                return new Receipt(id, before.version() + 1, now);
            }
            if (attempt >= ATTEMPTS) {
                throw new Failure.Unavailable(Duration.ofSeconds(1), null, "messaging.many-writers");
            }
        }
    }

    /** Creates many at once; those already there are left alone. For fan-out with derived ids. */
    public void createAll(List<Birth<S, E>> births, String actor) {
        insert(births, actor, false, partly -> {});
    }

    /**
     * Creates many one after the other, until one whose id is taken, or what else must be unique: it and those behind it are
     * not created.
     *
     * @return how many were created
     */
    public int createUntilTaken(List<Birth<S, E>> births, String actor) {
        int[] created = {births.size()};
        insert(
                births,
                actor,
                true,
                partly -> created[0] = partly.getWriteErrors().getFirst().getIndex());
        return created[0];
    }

    /**
     * Removes an aggregate of which nobody else was told anything.
     *
     * @return whether there was one
     * @throws IllegalStateException if it still has events to publish
     */
    public boolean remove(String id, String province) {
        return remove(new Document("_id", id).append("province", province));
    }

    /**
     * The same, if it is still as it was found.
     *
     * @return whether it was
     */
    public boolean remove(String id, String province, long version) {
        return remove(new Document("_id", id).append("province", province).append("version", version));
    }

    /** What is taken away cannot carry its own records, which are therefore kept before. */
    private boolean remove(Document query) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Document found = guarded(() -> collection().find(query).first());
            if (found == null) {
                return false;
            }
            String thing = collectionName + "/" + found.getString("_id");
            if (!found.getList(PendingEvents.PENDING, Document.class, List.of()).isEmpty()) {
                throw new IllegalStateException(thing + " has events to publish");
            }
            keepRecordsOf(found, thing);
            Document asRead = new Document("_id", found.get("_id")).append("version", found.get("version"));
            if (guarded(() -> collection().deleteOne(asRead)).getDeletedCount() == 1) {
                putDown();
                return true;
            }
        }
        throw new Failure.Unavailable(Duration.ofSeconds(1), null, "messaging.many-writers");
    }

    private void keepRecordsOf(Document found, String thing) {
        List<AuditRecord> records =
                new ArrayList<>(AuditRecord.all(found.getList(PendingEvents.AUDIT, Document.class)));
        Acting acting = Acting.current();
        if (acting != null) {
            Document state = found.get("state", Document.class);
            records.add(AuditRecord.removed(acting, outbox.audit().service(), thing, state, shown));
        }
        String province = found.getString("province");
        outbox.audit()
                .append(records.stream()
                        .map(it -> new AuditChain.Entry(province, it))
                        .toList());
    }

    private void insert(
            List<Birth<S, E>> births, String actor, boolean ordered, Consumer<MongoBulkWriteException> someTaken) {
        if (births.isEmpty()) {
            return;
        }
        Instant now = outbox.now().truncatedTo(ChronoUnit.MILLIS);
        List<Document> documents = new ArrayList<>(births.size());
        for (Birth<S, E> birth : births) {
            documents.add(document(birth, Command.causedBy(birth.id(), actor), now, Acting.current()));
        }
        outbox.crashPoints().reached(CrashPoints.Step.BEFORE_WRITE);
        guarded(() -> {
            try {
                return collection().insertMany(documents, new InsertManyOptions().ordered(ordered));
            } catch (MongoBulkWriteException partly) {
                if (!AlreadyThere.only(partly)) {
                    throw partly;
                }
                someTaken.accept(partly);
                return partly.getWriteResult();
            }
        });
        putDown();
        outbox.crashPoints().reached(CrashPoints.Step.AFTER_WRITE_BEFORE_NUDGE);
        births.forEach(it -> outbox.nudge(collectionName, it.id()));
    }

    /**
     * Writes many decisions at once. Those whose aggregate has changed meanwhile are not written, and nobody is told:
     * only for callers that look again, such as a sweep.
     *
     * @return how many were written
     */
    public int changeAll(List<Change<S, E>> changes, String actor) {
        Instant now = outbox.now().truncatedTo(ChronoUnit.MILLIS);
        List<WriteModel<Document>> writes = new ArrayList<>(changes.size());
        for (Change<S, E> change : changes) {
            if (change.decision().changed()) {
                Versioned<S> before = change.before();
                Command command = Command.causedBy(before.id() + "/" + before.version(), actor);
                writes.add(write(before, change.decision(), command, now, OutboxProperties.MOST_COMMANDS));
            }
        }
        if (writes.isEmpty()) {
            return 0;
        }
        outbox.crashPoints().reached(CrashPoints.Step.BEFORE_WRITE);
        int written = guarded(() -> collection().bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .getMatchedCount();
        if (written > 0) {
            putDown();
        }
        outbox.crashPoints().reached(CrashPoints.Step.AFTER_WRITE_BEFORE_NUDGE);
        changes.forEach(it -> outbox.nudge(collectionName, it.before().id()));
        return written;
    }

    private Document document(Birth<S, E> birth, Command command, Instant now, @Nullable Acting acting) {
        List<RecordedEvent> events = stamp(birth.id(), 0, birth.decision(), command.actor());
        Document state = mapping.write(birth.decision().state());
        Document document = new Document("_id", birth.id())
                .append("province", birth.province())
                .append(CREATED, Date.from(now))
                .append("version", 1L)
                .append("seq", (long) events.size())
                .append("state", state)
                .append("pending", PendingEvents.toDocuments(events))
                .append("commands", List.of(entry(command, 1, now)));
        if (keepsPlaces) {
            document.append(Places.FIELD, Places.toDocuments(events));
        }
        if (acting != null) {
            document.append(
                    PendingEvents.AUDIT,
                    List.of(done(acting, birth.id(), 1, null, state).pending()));
        }
        if (acting != null || !events.isEmpty()) {
            document.append(PendingEvents.PENDING_SINCE, new Date());
        }
        return document;
    }

    /** How many commands are to be remembered: this one, those not older than is promised, and a few more. */
    private int remembered(Document document, Instant now) {
        Date since = Date.from(now.minus(outbox.properties().commandMemory()));
        int young = (int) document.getList("commands", Document.class, List.of()).stream()
                .filter(it -> !it.getDate("at").before(since))
                .count();
        return Math.clamp(young + 1, FEW_COMMANDS, OutboxProperties.MOST_COMMANDS);
    }

    /**
     * What was before is written anew to be compared: as it is stored it may be in an earlier form, or in another order.
     *
     * @param remembered how many commands are to be remembered, with this one
     */
    private UpdateOneModel<Document> write(
            Versioned<S> before, Decision<S, E> decision, Command command, Instant now, int remembered) {
        Acting acting = Acting.current();
        List<RecordedEvent> events = stamp(before.id(), before.sequence(), decision, command.actor());
        long version = before.version() + 1;
        Document state = mapping.write(decision.state());
        Document pushed = new Document("pending", new Document("$each", PendingEvents.toDocuments(events)))
                .append(
                        "commands",
                        new Document("$each", List.of(entry(command, version, now))).append("$slice", -remembered));
        if (keepsPlaces && !events.isEmpty()) {
            pushed.append(Places.FIELD, new Document("$each", Places.toDocuments(events)));
        }
        if (acting != null) {
            AuditRecord done = done(acting, before.id(), version, mapping.write(before.state()), state);
            pushed.append(PendingEvents.AUDIT, new Document("$each", List.of(done.pending())));
        }
        Document update = new Document()
                .append(
                        "$set",
                        new Document("state", state)
                                .append("version", version)
                                .append("seq", before.sequence() + events.size()))
                .append("$push", pushed);
        if (acting != null || !events.isEmpty()) {
            update.append("$min", new Document(PendingEvents.PENDING_SINCE, new Date()));
        }
        return new UpdateOneModel<>(new Document("_id", before.id()).append("version", before.version()), update);
    }

    private AuditRecord done(Acting acting, String id, long version, @Nullable Document before, Document after) {
        return AuditRecord.changed(
                acting, outbox.audit().service(), collectionName + "/" + id, version, before, after, shown);
    }

    /** What was written carries the record of who did it. */
    private static void putDown() {
        Acting acting = Acting.current();
        if (acting != null) {
            acting.changed().set(true);
        }
    }

    private List<RecordedEvent> stamp(String id, long sequence, Decision<S, E> decision, String actor) {
        List<OutgoingEvent> encoded = new ArrayList<>(decision.events().size());
        for (E event : decision.events()) {
            encoded.add(encoder.encode(id, event));
        }
        return outbox.stamp(id, sequence, encoded, decision.cause(), actor);
    }

    private static Document entry(Command command, long version, Instant at) {
        return new Document("key", command.key())
                .append("fingerprint", command.fingerprint())
                .append("version", version)
                .append("at", Date.from(at));
    }

    private static Optional<Receipt> answeredBefore(Document document, Command command) {
        for (Document entry : document.getList("commands", Document.class, List.of())) {
            if (command.key().equals(entry.getString("key"))) {
                if (!command.fingerprint().equals(entry.getString("fingerprint"))) {
                    throw new Failure.Conflict("messaging.key-used");
                }
                return Optional.of(new Receipt(
                        document.getString("_id"),
                        entry.getLong("version"),
                        entry.getDate("at").toInstant()));
            }
        }
        return Optional.empty();
    }

    private Instant takeKey(Command command, Instant now) {
        return guarded(() -> outbox.keys().take(command, now));
    }

    /** Whether it had its effect is not known any more: the aggregate has forgotten what it was told at that time. */
    private static void refuseWhenForgotten(Document document, Instant taken) {
        List<Document> kept = document.getList("commands", Document.class, List.of());
        if (kept.size() >= OutboxProperties.MOST_COMMANDS
                && taken.isBefore(kept.getFirst().getDate("at").toInstant())) {
            throw new Failure.Conflict("messaging.key-forgotten");
        }
    }

    private void refuseWhenFull(Document document, Decision<S, E> decision) {
        int waiting = document.getList("pending", Document.class, List.of()).size();
        if (waiting + decision.events().size() > outbox.properties().maxPending()) {
            throw new Failure.Unavailable(Duration.ofSeconds(5), null, "messaging.many-events");
        }
    }

    private Versioned<S> versioned(Document document) {
        return versioned(document, mapping.read(document.get("state", Document.class)));
    }

    private static <T> Versioned<T> versioned(Document document, T state) {
        return new Versioned<>(document.getString("_id"), document.getLong("version"), document.getLong("seq"), state);
    }

    private @Nullable Document load(String id, @Nullable String province) {
        Document filter = new Document("_id", id);
        if (province != null) {
            filter.append("province", province);
        }
        return guarded(() -> collection().find(filter).first());
    }

    private MongoCollection<Document> collection() {
        return outbox.mongo().getCollection(collectionName);
    }

    private static Failure.Conflict alreadyThere(String id) {
        return new Failure.Conflict("messaging.already-there");
    }

    private static <T extends @Nullable Object> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoWriteException refused) {
            if (refused.getError().getCode() == DUPLICATE_KEY) {
                throw new DuplicateId(refused);
            }
            throw StoreDown.or(refused);
        } catch (MongoException down) {
            throw StoreDown.or(down);
        } catch (BsonMaximumSizeExceededException tooLarge) {
            throw new Failure.TooLarge("messaging.too-large");
        }
    }

    private static final class DuplicateId extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DuplicateId(Throwable cause) {
            super(cause);
        }
    }
}
