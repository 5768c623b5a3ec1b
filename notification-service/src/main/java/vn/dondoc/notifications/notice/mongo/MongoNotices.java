package vn.dondoc.notifications.notice.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
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

@Repository
class MongoNotices implements Notices {

    private static final String NEXT_ATTEMPT = "state.nextAttemptAt";
    private static final String CREATED = "state.createdAt";

    private static final String RECIPIENT = "state.recipient";
    private static final String STATUS = "state.status";
    private static final String TASK = "state.taskId";

    private static final Order NEWEST = Order.byLatest(CREATED);
    private static final Map<String, Order> ORDERS = Map.of(
            "-created",
            Order.byLatest(CREATED),
            "created",
            Order.byLatest(CREATED).reversed());

    private static final String TEXT = "state.textId";
    private static final int MOST_OF_A_TASK = 100;

    private final AggregateStore<Notice, NoticeEvent> store;
    private final SharedTexts texts;

    private record NoticeDocument(
            String province,
            String recipient,
            Notice.Kind kind,
            Notice.Channel channel,
            @Nullable String taskId,
            @Nullable String rung,
            String subject,
            String body,
            String subjectEn,
            String bodyEn,
            @Nullable String mailbox,
            Notice.Status status,
            int attempts,
            @Nullable Instant nextAttemptAt,
            Instant createdAt,
            boolean acknowledged,
            @Nullable String textId) {

        static NoticeDocument from(Notice it) {
            return new NoticeDocument(
                    it.province(),
                    it.recipient(),
                    it.kind(),
                    it.channel(),
                    it.taskId(),
                    it.rung(),
                    it.subject(),
                    it.body(),
                    it.subjectEn(),
                    it.bodyEn(),
                    it.mailbox(),
                    it.status(),
                    it.attempts(),
                    it.nextAttemptAt(),
                    it.createdAt(),
                    it.acknowledged(),
                    SharedTexts.idOf(it.province(), it.subject(), it.subjectEn()));
        }

        Notice toNotice() {
            return new Notice(
                    province,
                    recipient,
                    kind,
                    channel,
                    taskId,
                    rung,
                    subject,
                    body,
                    subjectEn,
                    bodyEn,
                    mailbox,
                    status,
                    attempts,
                    nextAttemptAt,
                    createdAt,
                    acknowledged);
        }
    }

    MongoNotices(Outbox outbox, EventEncoder<NoticeEvent> encoder, MongoOperations mongo) {
        this.store = outbox.storeOf(
                "notices", NoticeDocument.class, NoticeDocument::from, NoticeDocument::toNotice, encoder);
        store.declareSparseIndex(new Document(NEXT_ATTEMPT, 1).append("_id", 1));
        store.declareIndex(NEWEST, "province");
        for (String field : List.of(RECIPIENT, STATUS, TASK, "state.kind")) {
            store.declareIndex(NEWEST, "province", field);
        }
        store.declareIndex(NEWEST, RECIPIENT, TEXT);
        store.storedAs(2);
        this.texts = new SharedTexts(mongo, "noticeTexts");
        if (texts.isEmpty()) {
            learnStored();
        }
    }

    /** Of notices that were stored before texts were. */
    private void learnStored() {
        Document alike = new Document("province", "province")
                .append("subject", "state.subject")
                .append("subjectEn", "state.subjectEn");
        store.countPerGroup(new Document(), alike).stream()
                .map(AggregateStore.GroupCount::values)
                .forEach(it ->
                        texts.learn(it.getString("province"), it.getString("subject"), it.getString("subjectEn")));
    }

    @Override
    public void addAll(AccessScope scope, List<NewNotice> notices) {
        notices.forEach(it -> {
            Notice notice = it.decision().state();
            texts.learn(notice.province(), notice.subject(), notice.subjectEn());
        });
        store.createAll(
                notices.stream()
                        .map(it -> new AggregateStore.Birth<>(
                                it.id(), it.decision().state().province(), it.decision()))
                        .toList(),
                scope.actor());
    }

    @Override
    public Optional<Versioned<Notice>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight())
                .filter(it -> scope.sees(it.state().province(), it.state().recipient()));
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
        Filters.narrow(query, "state.acknowledged", filter.acknowledged());
        if (filter.words() == null) {
            return store.list(query, ORDERS, window);
        }
        List<String> found = texts.containing(scope.provinceInSight(), filter.words());
        if (found.size() > SharedTexts.MOST_FOUND) {
            throw new Failure.Invalid("q", "notifications.words-everywhere", SharedTexts.MOST_FOUND);
        }
        return store.listAny(query, TEXT, found, ORDERS, window);
    }

    @Override
    public List<Versioned<Notice>> due(AccessScope scope, Instant now, int limit) {
        return store.first(
                inSight(scope).append(NEXT_ATTEMPT, new Document("$lte", Date.from(now))),
                Order.byEarliest(NEXT_ATTEMPT),
                limit);
    }

    @Override
    public List<Versioned<Notice>> pendingOf(AccessScope scope, String province, String taskId) {
        Document query = inSight(scope).append("province", province).append(TASK, taskId);
        Filters.narrow(query, STATUS, Notice.Status.PENDING);
        return store.first(query, NEWEST, MOST_OF_A_TASK);
    }

    @Override
    public Receipt change(
            AccessScope scope, String id, Command command, Function<Notice, Decision<Notice, NoticeEvent>> decide) {
        return store.handle(Text.of("notifications.no-notice", id), id, scope.provinceInSight(), command, it -> {
            if (!scope.sees(it.state().province(), it.state().recipient())) {
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
