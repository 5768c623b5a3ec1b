package vn.dondoc.tasks.task.mongo;

import static vn.dondoc.messaging.outbox.AggregateStore.CREATED;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
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
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.tasks.task.TimeLimitClass;

@Repository
class MongoTasks implements Tasks {

    private static final String PROVINCE = "province";
    private static final String AGENCY = "state.assignment.agency";
    private static final String DIRECTIVE = "state.assignment.directiveId";
    private static final String CLAUSE = "state.assignment.clause";
    private static final String SUPERIOR = "state.assignment.superior";
    private static final String ASSIGNER = "state.assignment.assigner";
    private static final String DUE = "state.dueOrder";
    private static final String COUNTS_AS = "state.countsAs";
    private static final String NEXT_RUNG = "state.nextRungAt";
    private static final String STANDS_AS = "state.standsAs";
    private static final String STATUS = "state.status";
    private static final String ROLE = "state.assignment.role";
    private static final String MARKS = "state.marks";
    private static final String DUE_MONTH = "state.dueMonth";
    private static final String WENT_AS = "state.wentAs";
    private static final String TEXT = "state.textId";

    private static final int MOST_PARTS = 1_000;

    private static final Order FIRST_DUE = Order.by(DUE);
    private static final Order NEWEST = Order.byLatest(CREATED);
    private static final Map<String, Order> ORDERS =
            Map.of("due", FIRST_DUE, "-due", FIRST_DUE.reversed(), "-created", NEWEST, "created", NEWEST.reversed());

    private final AggregateStore<Task, TaskEvent> store;
    private final SharedTexts texts;

    MongoTasks(Outbox outbox, EventEncoder<TaskEvent> encoder, MongoOperations mongo) {
        this.store = outbox.storeOf("tasks", TaskDocument.class, TaskDocument::from, TaskDocument::toTask, encoder);
        store.declareSparseIndex(new Document(NEXT_RUNG, 1).append("_id", 1));
        store.declareIndex(FIRST_DUE, PROVINCE);
        store.declareIndex(FIRST_DUE, PROVINCE, AGENCY);
        store.declareIndex(FIRST_DUE, PROVINCE, STANDS_AS);
        store.declareIndex(FIRST_DUE, PROVINCE, MARKS);
        store.declareIndex(NEWEST, PROVINCE);
        store.declareIndex(NEWEST, PROVINCE, AGENCY);
        store.declareIndex(FIRST_DUE, DIRECTIVE);
        store.declareIndex(FIRST_DUE, DIRECTIVE, CLAUSE);
        store.declareIndex(FIRST_DUE, TEXT);
        store.declareSparseIndex(new Document(SUPERIOR, 1).append(DUE, 1).append("_id", 1));
        store.declareSparseIndex(new Document(ASSIGNER, 1).append("_id", 1));
        store.declareIndex(new Document(PROVINCE, 1).append(AGENCY, 1).append(COUNTS_AS, 1));
        store.declareIndex(new Document(DIRECTIVE, 1).append(AGENCY, 1).append(COUNTS_AS, 1));
        store.declareIndex(
                new Document(DUE_MONTH, 1).append(PROVINCE, 1).append(AGENCY, 1).append(WENT_AS, 1));
        store.storedAs(4);
        this.texts = new SharedTexts(mongo, "taskTexts");
        if (texts.isEmpty()) {
            learnStored();
        }
    }

    @Override
    public Optional<Versioned<Task>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight()).filter(it -> sees(scope, it));
    }

    @Override
    public List<Versioned<Task>> findAll(AccessScope scope, Collection<String> ids) {
        return store.findAll(ids).stream().filter(it -> sees(scope, it)).toList();
    }

    @Override
    public Stretch<Versioned<Task>> list(AccessScope scope, Filter filter, LocalDateTime now, Window window) {
        Document query = inSight(scope);
        if (!narrowToSight(query, filter.agency(), scope.agencyInSight())) {
            return Stretch.nothing(window);
        }
        List<String> directives = filter.directives();
        if (directives.size() == 1) {
            Filters.narrow(query, DIRECTIVE, directives.getFirst());
        }
        Filters.narrow(query, CLAUSE, filter.clause());
        Filters.narrow(query, SUPERIOR, filter.superior());
        Filters.narrow(query, STATUS, filter.status());
        Filters.narrow(query, ROLE, filter.role());
        filter.marks()
                .forEach((mark, has) -> Filters.narrow(query, MARKS, has ? mark : new Document("$ne", mark.name())));
        TimeLimitClass timeLimit = filter.timeLimit();
        if (timeLimit == TimeLimitClass.DATED) {
            Filters.narrow(query, DUE, new Document("$lt", Limit.UNDATED));
        } else if (timeLimit != null) {
            Filters.narrow(query, DUE, Limit.UNDATED + timeLimit.name());
        }
        if (filter.dueFrom() != null) {
            Filters.narrow(query, DUE, new Document("$gte", filter.dueFrom().toString()));
            Filters.narrow(query, DUE, new Document("$lt", Limit.UNDATED));
        }
        if (filter.dueBefore() != null) {
            Filters.narrow(query, DUE, new Document("$lt", filter.dueBefore().toString()));
        }
        if (filter.standing() != null) {
            narrowToStanding(query, filter.standing(), Limit.order(now.toLocalDate(), now.toLocalTime()));
        }
        boolean several = directives.size() > 1;
        if (filter.text() == null) {
            return several
                    ? store.listAny(query, DIRECTIVE, directives, ORDERS, window)
                    : store.list(query, ORDERS, window);
        }
        if (several) {
            Filters.narrow(query, DIRECTIVE, new Document("$in", directives));
        }
        List<String> found = texts.containing(scope.provinceInSight(), filter.text());
        if (found.size() > SharedTexts.MOST_FOUND) {
            throw new Failure.Invalid("q", "tasks.words-everywhere", SharedTexts.MOST_FOUND);
        }
        return store.listAny(query, TEXT, found, ORDERS, window);
    }

    /** A task that runs until a day is in time or overdue as the day is; the others stand as they are stored. */
    private static void narrowToStanding(Document query, Task.Standing standing, String now) {
        switch (standing) {
            case RUNNING_IN_TIME -> {
                query.append(STANDS_AS, TaskDocument.RUNNING);
                Filters.narrow(query, DUE, new Document("$gte", now));
            }
            case RUNNING_OVERDUE -> {
                query.append(STANDS_AS, TaskDocument.RUNNING);
                Filters.narrow(query, DUE, new Document("$lt", now));
            }
            default -> Filters.narrow(query, STANDS_AS, standing);
        }
    }

    @Override
    public List<String> idsOf(AccessScope scope, String directiveId, @Nullable String clause) {
        Document query = inSight(scope).append(DIRECTIVE, directiveId);
        return store.ids(clause == null ? query : query.append(CLAUSE, clause));
    }

    @Override
    public List<String> idsOfAgency(AccessScope scope, String province, String agency) {
        Document own = new Document(PROVINCE, province).append(AGENCY, agency);
        List<String> open = new ArrayList<>(
                store.ids(new Document(own).append(COUNTS_AS, new Document("$lt", TaskDocument.BEHIND_DAYS))));
        open.addAll(store.ids(new Document(own).append(COUNTS_AS, Task.Standing.RUNNING_WITHOUT_LIMIT.name())));
        return open;
    }

    @Override
    public List<Versioned<Task>> alongside(AccessScope scope, String directiveId, String clause, int limit) {
        Document query = inSight(scope).append(DIRECTIVE, directiveId).append(CLAUSE, clause);
        return store.first(query, FIRST_DUE, limit);
    }

    @Override
    public List<Versioned<Task>> handedDown(AccessScope scope, String superior) {
        return store.first(inSight(scope).append(SUPERIOR, superior), FIRST_DUE, MOST_PARTS);
    }

    @Override
    public List<String> idsGivenBy(AccessScope scope, String province, String agency) {
        return store.ids(new Document(ASSIGNER, agency).append(PROVINCE, province));
    }

    @Override
    public List<Tally> tally(AccessScope scope, @Nullable String directiveId) {
        Document query = inSight(scope);
        Filters.narrow(query, DIRECTIVE, directiveId);
        narrowToSight(query, null, scope.agencyInSight());
        Document alike = new Document("agency", AGENCY).append("as", COUNTS_AS);
        return store.countPerGroup(query, alike).stream()
                .map(it -> new Tally(
                        it.values().getString("agency"),
                        TaskDocument.count(it.values().getString("as")),
                        it.count()))
                .toList();
    }

    @Override
    public List<Courses> courses(AccessScope scope, YearMonth month) {
        Document query = inSight(scope).append(DUE_MONTH, month.toString());
        narrowToSight(query, null, scope.agencyInSight());
        Document alike =
                new Document("province", PROVINCE).append("agency", AGENCY).append("as", WENT_AS);
        return store.countPerGroup(query, alike).stream()
                .map(it -> new Courses(
                        it.values().getString("province"),
                        it.values().getString("agency"),
                        TaskDocument.course(it.values().getString("as")),
                        it.count()))
                .toList();
    }

    @Override
    public void assignAll(AccessScope scope, List<NewTask> tasks) {
        tasks.forEach(it -> learn(it.decision().state().assignment()));
        store.createAll(
                tasks.stream()
                        .map(it -> new AggregateStore.Birth<>(
                                it.id(), it.decision().state().assignment().province(), it.decision()))
                        .toList(),
                scope.actor());
    }

    @Override
    public Receipt change(
            AccessScope scope, String id, Command command, Function<Task, Decision<Task, TaskEvent>> decide) {
        if (scope.agencyInSight() != null && find(scope, id).isEmpty()) {
            throw new Failure.NotFound("tasks.no-task", id);
        }
        return store.handle(
                Text.of("tasks.no-task", id),
                id,
                scope.provinceInSight(),
                command,
                it -> learned(decide.apply(it.state())));
    }

    /** A task may have another text than before: the number of its directive is a part of it. */
    private Decision<Task, TaskEvent> learned(Decision<Task, TaskEvent> decision) {
        learn(decision.state().assignment());
        return decision;
    }

    private void learn(Assignment it) {
        texts.learn(it.province(), it.text(), it.directiveNumber());
    }

    /** Of tasks that were stored before texts were. */
    private void learnStored() {
        Document alike = new Document("province", PROVINCE)
                .append("text", "state.assignment.text")
                .append("number", "state.assignment.directiveNumber");
        store.countPerGroup(new Document(), alike).stream()
                .map(AggregateStore.GroupCount::values)
                .forEach(it -> texts.learn(it.getString("province"), it.getString("text"), it.getString("number")));
    }

    @Override
    public List<String> idsRunning(AccessScope scope, String province) {
        return store.ids(new Document(PROVINCE, province).append(STANDS_AS, TaskDocument.RUNNING));
    }

    @Override
    public List<Versioned<Task>> withRungDueBy(AccessScope scope, Instant now, int limit) {
        Document query = inSight(scope).append(NEXT_RUNG, new Document("$lte", Date.from(now)));
        return store.first(query, Order.byEarliest(NEXT_RUNG), limit);
    }

    @Override
    public int changeAll(AccessScope scope, List<Change> changes) {
        return store.changeAll(
                changes.stream()
                        .map(it -> new AggregateStore.Change<>(it.before(), it.decision()))
                        .toList(),
                scope.actor());
    }

    /** Whoever has a task sees it, and the agency that gave it. */
    private static boolean sees(AccessScope scope, Versioned<Task> task) {
        Assignment it = task.state().assignment();
        return scope.sees(it.province(), it.agency())
                || it.assigner() instanceof Assigner.Agency giver && scope.sees(it.province(), giver.code());
    }

    private static Document inSight(AccessScope scope) {
        String province = scope.provinceInSight();
        return province == null ? new Document() : new Document("province", province);
    }

    /** Narrows to the agency asked for, but never beyond what is in sight; false if nothing of it is. */
    private static boolean narrowToSight(Document query, @Nullable String asked, @Nullable String inSight) {
        if (asked != null && inSight != null && !asked.equals(inSight)) {
            return false;
        }
        Filters.narrow(query, AGENCY, inSight == null ? asked : inSight);
        return true;
    }
}
