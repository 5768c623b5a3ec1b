package vn.dondoc.tasks.task.mongo;

import static vn.dondoc.messaging.outbox.AggregateStore.CREATED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.tasks.task.TimeLimitClass;

@Repository
class MongoTasks implements Tasks {

    private static final String AGENCY = "state.assignment.agency";
    private static final String DIRECTIVE = "state.assignment.directiveId";
    private static final String CLAUSE = "state.assignment.clause";
    private static final String DUE = "state.dueOrder";
    private static final String COUNTS_AS = "state.countsAs";
    private static final String NEXT_RUNG = "state.nextRungAt";

    private static final String STANDS_AS = "state.standsAs";
    private static final String STATUS = "state.status";
    private static final String ROLE = "state.assignment.role";

    private static final Order FIRST_DUE = Order.by(DUE);
    private static final Order NEWEST = Order.byLatest(CREATED);
    private static final Map<String, Order> ORDERS =
            Map.of("due", FIRST_DUE, "-due", FIRST_DUE.reversed(), "-created", NEWEST, "created", NEWEST.reversed());

    private final AggregateStore<Task, TaskEvent> store;

    MongoTasks(Outbox outbox, EventEncoder<TaskEvent> encoder) {
        this.store = outbox.storeOf("tasks", TaskDocument.class, TaskDocument::from, TaskDocument::toTask, encoder);
        store.declareSparseIndex(new Document(NEXT_RUNG, 1).append("_id", 1));
        store.declareIndex(FIRST_DUE, "province");
        store.declareIndex(FIRST_DUE, "province", AGENCY);
        store.declareIndex(FIRST_DUE, "province", STANDS_AS);
        store.declareIndex(NEWEST, "province");
        store.declareIndex(NEWEST, "province", AGENCY);
        store.declareIndex(FIRST_DUE, DIRECTIVE);
        store.declareIndex(FIRST_DUE, DIRECTIVE, CLAUSE);
        store.declareIndex(new Document("province", 1).append(AGENCY, 1).append(COUNTS_AS, 1));
        store.storedAs(2);
    }

    @Override
    public Optional<Versioned<Task>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight())
                .filter(it -> scope.sees(
                        it.state().assignment().province(),
                        it.state().assignment().agency()));
    }

    @Override
    public List<Versioned<Task>> findAll(AccessScope scope, Collection<String> ids) {
        return store.findAll(ids).stream()
                .filter(it -> scope.sees(
                        it.state().assignment().province(),
                        it.state().assignment().agency()))
                .toList();
    }

    @Override
    public Stretch<Versioned<Task>> list(AccessScope scope, Filter filter, LocalDate today, Window window) {
        Document query = inSight(scope);
        if (!narrowToSight(query, filter.agency(), scope.agencyInSight())) {
            return Stretch.nothing(window);
        }
        Filters.narrow(query, DIRECTIVE, filter.directiveId());
        Filters.narrow(query, CLAUSE, filter.clause());
        Filters.narrow(query, STATUS, filter.status());
        Filters.narrow(query, ROLE, filter.role());
        TimeLimitClass timeLimit = filter.timeLimit();
        if (timeLimit == TimeLimitClass.DATED) {
            Filters.narrow(query, DUE, new Document("$lt", Task.UNDATED));
        } else if (timeLimit != null) {
            Filters.narrow(query, DUE, Task.undatedOrder(timeLimit));
        }
        if (filter.dueFrom() != null) {
            Filters.narrow(query, DUE, new Document("$gte", filter.dueFrom().toString()));
            Filters.narrow(query, DUE, new Document("$lt", Task.UNDATED));
        }
        if (filter.dueBefore() != null) {
            Filters.narrow(query, DUE, new Document("$lt", filter.dueBefore().toString()));
        }
        if (filter.standing() != null) {
            narrowToStanding(query, filter.standing(), today);
        }
        return store.list(query, ORDERS, window);
    }

    /** A task that runs until a day is in time or overdue as the day is; the others stand as they are stored. */
    private static void narrowToStanding(Document query, Task.Standing standing, LocalDate today) {
        switch (standing) {
            case RUNNING_IN_TIME -> {
                query.append(STANDS_AS, TaskDocument.RUNNING);
                Filters.narrow(query, DUE, new Document("$gte", today.toString()));
            }
            case RUNNING_OVERDUE -> {
                query.append(STANDS_AS, TaskDocument.RUNNING);
                Filters.narrow(query, DUE, new Document("$lt", today.toString()));
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
    public List<Tally> tally(AccessScope scope) {
        Document query = inSight(scope);
        narrowToSight(query, null, scope.agencyInSight());
        Document alike =
                new Document("province", "province").append("agency", AGENCY).append("as", COUNTS_AS);
        return store.countPerGroup(query, alike).stream()
                .map(it -> new Tally(
                        it.values().getString("agency"),
                        TaskDocument.count(it.values().getString("as")),
                        it.count()))
                .toList();
    }

    @Override
    public void assignAll(AccessScope scope, List<NewTask> tasks) {
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
                Text.of("tasks.no-task", id), id, scope.provinceInSight(), command, it -> decide.apply(it.state()));
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
