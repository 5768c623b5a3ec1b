package vn.dondoc.tasks.task.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;

@Repository
class MongoTasks implements Tasks {

    private final AggregateStore<Task, TaskEvent> store;

    MongoTasks(Outbox outbox, EventEncoder<TaskEvent> encoder) {
        this.store = outbox.storeOf("tasks", TaskDocument.class, TaskDocument::from, TaskDocument::toTask, encoder);
        store.declareIndex(new Document("state.nextRungAt", 1), true);
        store.declareIndex(new Document("province", 1).append("state.assignment.agency", 1), false);
        store.declareIndex(new Document("state.assignment.directiveId", 1).append("state.assignment.agency", 1), false);
    }

    @Override
    public Optional<Versioned<Task>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight())
                .filter(it -> scope.sees(
                        it.state().assignment().province(),
                        it.state().assignment().agency()));
    }

    @Override
    public List<Versioned<Task>> list(AccessScope scope, Filter filter, String afterId, int limit) {
        Document query = inSight(scope);
        narrow(query, "state.assignment.agency", filter.agency(), scope.agencyInSight());
        narrow(query, "state.assignment.directiveId", filter.directiveId(), null);
        narrow(query, "state.assignment.clause", filter.clause(), null);
        if (filter.timeLimit() != null) {
            query.append("state.assignment.timeLimit", filter.timeLimit().name());
        }
        if (filter.dueBefore() != null) {
            query.append(
                    "state.assignment.dueOn",
                    new Document("$lt", filter.dueBefore().toString()));
        }
        return store.find(query, afterId, limit);
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
            throw new vn.dondoc.failure.Failure.NotFound("nhiệm vụ", id);
        }
        return store.handle("nhiệm vụ", id, scope.provinceInSight(), command, it -> decide.apply(it.state()));
    }

    @Override
    public List<Versioned<Task>> withRungDueBy(AccessScope scope, Instant now, int limit) {
        Document query = inSight(scope).append("state.nextRungAt", new Document("$lte", Date.from(now)));
        return store.find(query, "", limit);
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

    /** What is asked for, but never beyond what is in sight. */
    private static void narrow(
            Document query,
            String field,
            @org.jspecify.annotations.Nullable String asked,
            @org.jspecify.annotations.Nullable String inSight) {
        if (asked != null && inSight != null && !asked.equals(inSight)) {
            query.append(field, new Document("$in", List.of()));
        } else if (inSight != null) {
            query.append(field, inSight);
        } else if (asked != null) {
            query.append(field, asked);
        }
    }
}
