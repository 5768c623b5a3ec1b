package vn.dondoc.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;

/** All tasks, within a scope. */
public interface Tasks {

    /** What to look for; {@code null} does not narrow. */
    record Filter(
            @Nullable String agency,
            @Nullable String directiveId,
            @Nullable String clause,
            @Nullable TimeLimitClass timeLimit,
            @Nullable LocalDate dueBefore) {

        public static Filter none() {
            return new Filter(null, null, null, null, null);
        }

        public static Filter ofClause(String agency, String directiveId, String clause) {
            return new Filter(agency, directiveId, clause, null, null);
        }
    }

    Optional<Versioned<Task>> find(AccessScope scope, String id);

    /** In id order, after {@code afterId}. */
    List<Versioned<Task>> list(AccessScope scope, Filter filter, String afterId, int limit);

    /** Adds tasks; those already there are left alone. */
    void assignAll(AccessScope scope, List<NewTask> tasks);

    /** A task with the id derived from what caused it. */
    record NewTask(String id, Decision<Task, TaskEvent> decision) {}

    Receipt change(AccessScope scope, String id, Command command, Function<Task, Decision<Task, TaskEvent>> decide);

    /** Open tasks whose next rung is due by {@code now}, the longest due first. */
    List<Versioned<Task>> withRungDueBy(AccessScope scope, Instant now, int limit);

    /** Writes the decisions whose tasks are unchanged since they were read; the rest are found again by the next sweep. */
    int changeAll(AccessScope scope, List<Change> changes);

    /** A decision on a task as it was read. */
    record Change(Versioned<Task> before, Decision<Task, TaskEvent> decision) {}
}
