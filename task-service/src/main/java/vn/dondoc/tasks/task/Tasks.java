package vn.dondoc.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;

/** All tasks, within a scope. */
public interface Tasks {

    /**
     * What to look for; {@code null} does not narrow.
     *
     * @param clause of the directive
     * @param dueFrom first of the last days
     * @param dueBefore day after the last of the last days
     */
    record Filter(
            @Nullable String agency,
            @Nullable String directiveId,
            @Nullable String clause,
            @Nullable TimeLimitClass timeLimit,
            Task.@Nullable Standing standing,
            Task.@Nullable Status status,
            Assignment.@Nullable Role role,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueBefore) {}

    Optional<Versioned<Task>> find(AccessScope scope, String id);

    /**
     * Sorted by {@code due}, those without a day last, or by {@code created}; with {@code -} the other way round.
     *
     * @param today on which a task in the filter stands as it should
     */
    Stretch<Versioned<Task>> list(AccessScope scope, Filter filter, LocalDate today, Window window);

    /**
     * Ids of all tasks of a directive.
     *
     * @param clause only tasks of this clause; {@code null} means all
     */
    List<String> idsOf(AccessScope scope, String directiveId, @Nullable String clause);

    /** How many tasks of each agency in sight stand alike. */
    List<Tally> tally(AccessScope scope);

    /** Tasks of one agency that count alike on every day. */
    record Tally(String agency, Task.Count as, int tasks) {}

    /** Those of some ids that are there, in no order. */
    List<Versioned<Task>> findAll(AccessScope scope, Collection<String> ids);

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
