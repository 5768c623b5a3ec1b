package vn.dondoc.notifications.notice.mongo;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Filters;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.messaging.outbox.SharedTexts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.NoticeEvent;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Reading;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.web.stream.Arrivals;

@Repository
class MongoNotices implements Notices {

    private static final String CREATED = "state.createdAt";
    private static final String RECIPIENT = "state.recipient";
    private static final String STATUS = "state.status";
    private static final String TASK = "state.taskId";
    private static final String TEXT = "state.textId";
    private static final String DIRECTIVE = "state.facts.directiveNumber";
    private static final String STAGE = "state.reading.stage";
    private static final String ARCHIVED = "state.reading.archived";
    private static final String WAITING_CHANNEL = "state.waiting.channel";
    private static final String WAITING_ADDRESS = "state.waiting.address";
    private static final String WAITING_AT = "state.waiting.at";

    private static final Order NEWEST = Order.byLatest(CREATED);
    private static final Document LONGEST_DUE = new Document(WAITING_AT, 1);
    private static final Map<String, Order> ORDERS = Map.of("-created", NEWEST, "created", NEWEST.reversed());

    private static final List<String> OF_A_DEADLINE =
            Notice.OF_A_DEADLINE.stream().map(Enum::name).toList();
    private static final int MOST_OF_A_TASK = 1_000;
    private static final int FORM = 3;

    private final AggregateStore<Notice, NoticeEvent> store;
    private final Boxes boxes;
    private final SharedTexts texts;

    MongoNotices(Outbox outbox, EventEncoder<NoticeEvent> encoder, MongoOperations mongo, Arrivals arrivals) {
        this.store = outbox.storeOf(
                "notices", NoticeDocument.class, NoticeDocument::from, NoticeDocument::toNotice, encoder);
        store.declareIndex(NEWEST, "province");
        for (String field : List.of(RECIPIENT, STATUS, TASK, "state.kind")) {
            store.declareIndex(NEWEST, "province", field);
        }
        store.declareIndex(NEWEST, RECIPIENT, TEXT);
        store.declareIndex(NEWEST, RECIPIENT, DIRECTIVE);
        // Without the id, which every notice has: what waits for nothing stands in neither.
        store.declareSparseIndex(new Document(WAITING_CHANNEL, 1).append(WAITING_AT, 1));
        store.declareSparseIndex(
                new Document(WAITING_CHANNEL, 1).append(WAITING_ADDRESS, 1).append(WAITING_AT, 1));
        this.boxes = new Boxes(store, arrivals);
        store.storedAs(FORM);
        this.texts = new SharedTexts(mongo, "noticeTexts");
    }

    @Override
    public void addAll(AccessScope scope, List<NewNotice> notices) {
        notices.forEach(it -> texts.learn(it.notice().province(), NoticeDocument.searched(it.notice())));
        boxes.addAll(
                notices.stream()
                        .filter(it -> it.notice().way() instanceof Way.Inbox)
                        .toList(),
                scope.actor());
        store.createAll(
                notices.stream()
                        .filter(it -> it.notice().way() instanceof Way.Delivery)
                        .map(MongoNotices::birth)
                        .toList(),
                scope.actor());
    }

    static AggregateStore.Birth<Notice, NoticeEvent> birth(NewNotice it) {
        CausedBy because = it.because();
        if (because == null) {
            return new AggregateStore.Birth<>(
                    it.id(), it.notice().province(), it.notice().create());
        }
        try (CausedBy.Scope caused = because.open()) {
            return new AggregateStore.Birth<>(
                    it.id(), it.notice().province(), it.notice().create());
        }
    }

    @Override
    public Optional<Versioned<Notice>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight()).filter(it -> sees(scope, it));
    }

    @Override
    public List<Versioned<Notice>> findAll(AccessScope scope, List<String> ids) {
        return store.findAll(ids).stream().filter(it -> sees(scope, it)).toList();
    }

    private static boolean sees(AccessScope scope, Versioned<Notice> it) {
        return scope.sees(it.state().province(), it.state().recipient());
    }

    @Override
    public Stretch<Versioned<Notice>> list(AccessScope scope, Filter filter, Window window) {
        String own = scope.agencyInSight();
        if (own != null && filter.recipient() != null && !own.equals(filter.recipient())) {
            return Stretch.nothing(window);
        }
        Document query = inSight(scope);
        Filters.narrow(query, RECIPIENT, own == null ? filter.recipient() : own);
        Filters.narrow(query, "state.channel", filter.channel());
        Filters.narrow(query, "state.kind", filter.kind());
        Filters.narrow(query, STATUS, filter.status());
        Filters.narrow(query, TASK, filter.taskId());
        Filters.narrow(query, DIRECTIVE, filter.directiveNumber());
        narrowByStage(query, filter.unread(), Reading.Stage.READ);
        narrowByStage(query, filter.acknowledged() == null ? null : !filter.acknowledged(), Reading.Stage.ACKNOWLEDGED);
        Filters.narrow(query, ARCHIVED, filter.archived());
        if (filter.words() == null) {
            return store.list(query, ORDERS, window);
        }
        List<String> found = texts.containing(scope.provinceInSight(), filter.words());
        if (found.size() > SharedTexts.MOST_FOUND) {
            throw new Failure.Invalid("q", "notifications.words-everywhere", SharedTexts.MOST_FOUND);
        }
        return store.listAny(query, TEXT, found, ORDERS, window);
    }

    /** @param before whether only what has not come to {@code stage} is wanted, or only what has; {@code null} for both */
    private static void narrowByStage(Document query, @Nullable Boolean before, Reading.Stage stage) {
        if (before != null) {
            List<String> stages = Arrays.stream(Reading.Stage.values())
                    .filter(it -> it.compareTo(stage) < 0 == before)
                    .map(Enum::name)
                    .toList();
            Filters.narrow(query, STAGE, new Document("$in", stages));
        }
    }

    @Override
    public List<Versioned<Notice>> behind(AccessScope scope, String recipient, long position, int limit) {
        return scope.agencyInSight() == null || recipient.equals(scope.agencyInSight())
                ? boxes.behind(recipient, position, limit).stream()
                        .filter(it -> sees(scope, it))
                        .toList()
                : List.of();
    }

    @Override
    public long lastPosition(AccessScope scope, String recipient) {
        return boxes.last(recipient);
    }

    @Override
    public List<Alike> countAlike(AccessScope scope, String recipient) {
        if (scope.agencyInSight() != null && !recipient.equals(scope.agencyInSight())) {
            return List.of();
        }
        Document query = inSight(scope);
        Filters.narrow(query, RECIPIENT, recipient);
        Filters.narrow(query, "state.channel", Way.INBOX);
        Filters.narrow(query, ARCHIVED, false);
        Document alike = new Document("directive", DIRECTIVE)
                .append("kind", "state.kind")
                .append("stage", STAGE);
        return store.countPerGroup(query, alike).stream()
                .map(it -> new Alike(
                        it.values().getString("directive"),
                        Notice.Kind.valueOf(it.values().getString("kind")),
                        Reading.Stage.valueOf(it.values().getString("stage")),
                        it.count()))
                .toList();
    }

    @Override
    public Map<String, Integer> countUnopened(
            AccessScope scope, String province, Notice.Kind kind, Instant from, Instant until) {
        Document query = new Document("province", province)
                .append("state.kind", kind.name())
                .append(CREATED, new Document("$gte", Date.from(from)).append("$lt", Date.from(until)))
                .append("state.position", new Document("$exists", true));
        narrowByStage(query, true, Reading.Stage.READ);
        Map<String, Integer> counts = new TreeMap<>();
        store.countPerGroup(query, new Document("recipient", RECIPIENT))
                .forEach(it -> counts.put(it.values().getString("recipient"), it.count()));
        return counts;
    }

    @Override
    public List<Versioned<Notice>> due(AccessScope scope, String channel, Instant now, int limit) {
        Document query =
                new Document(WAITING_CHANNEL, channel).append(WAITING_AT, new Document("$lte", Date.from(now)));
        return store.first(query, LONGEST_DUE, limit);
    }

    @Override
    public List<Versioned<Notice>> waiting(
            AccessScope scope, String channel, String address, Instant until, int limit) {
        Document query = new Document(WAITING_CHANNEL, channel)
                .append(WAITING_ADDRESS, address)
                .append(WAITING_AT, new Document("$lte", Date.from(until)));
        return store.first(query, LONGEST_DUE, limit);
    }

    @Override
    public List<Versioned<Notice>> pendingOf(AccessScope scope, String province, String taskId) {
        Document query = inSight(scope).append("province", province).append(TASK, taskId);
        Filters.narrow(query, STATUS, Way.Status.PENDING);
        query.append("state.kind", new Document("$in", OF_A_DEADLINE));
        return store.first(query, NEWEST, MOST_OF_A_TASK);
    }

    @Override
    public Receipt change(
            AccessScope scope, String id, Command command, Function<Notice, Decision<Notice, NoticeEvent>> decide) {
        return store.handle(Text.of("notifications.no-notice", id), id, scope.provinceInSight(), command, it -> {
            if (!sees(scope, it)) {
                throw new Failure.NotFound("notifications.no-notice", id);
            }
            return decide.apply(it.state());
        });
    }

    @Override
    public int changeAll(
            AccessScope scope, List<Versioned<Notice>> read, Function<Notice, Decision<Notice, NoticeEvent>> decide) {
        return store.changeAll(
                read.stream()
                        .map(it -> new AggregateStore.Change<>(it, decide.apply(it.state())))
                        .toList(),
                scope.actor());
    }

    private static Document inSight(AccessScope scope) {
        String province = scope.provinceInSight();
        return province == null ? new Document() : new Document("province", province);
    }
}
