package vn.dondoc.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
     * @param text words of the duty or of its directive's number, with or without diacritics
     * @param directives of any of these, few; empty does not narrow
     * @param clause of the directive
     * @param superior task that others do a part of
     * @param marks what an evaluation says of it, or does not say
     * @param dueFrom first of the last days
     * @param dueBefore day after the last of the last days
     */
    record Filter(
            @Nullable String text,
            @Nullable String agency,
            List<String> directives,
            @Nullable String clause,
            @Nullable String superior,
            @Nullable TimeLimitClass timeLimit,
            Task.@Nullable Standing standing,
            @Nullable Status status,
            Assignment.@Nullable Role role,
            Map<Course.Mark, Boolean> marks,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueBefore) {}

    Optional<Versioned<Task>> find(AccessScope scope, String id);

    /**
     * Sorted by {@code due}, those without a day last, or by {@code created}; with {@code -} the other way round.
     *
     * @param now when a task in the filter stands as it should
     * @throws vn.dondoc.failure.Failure.Invalid if its words are in so many duties that they say nothing
     */
    Stretch<Versioned<Task>> list(AccessScope scope, Filter filter, LocalDateTime now, Window window);

    /**
     * Ids of all tasks of a directive.
     *
     * @param clause only tasks of this clause; {@code null} means all
     */
    List<String> idsOf(AccessScope scope, String directiveId, @Nullable String clause);

    /** Ids of the open tasks of an agency. */
    List<String> idsOfAgency(AccessScope scope, String province, String agency);

    /** Those of a clause, whoever has them, at most {@code limit}. */
    List<Versioned<Task>> alongside(AccessScope scope, String directiveId, String clause, int limit);

    /** Those that are a part of a task. */
    List<Versioned<Task>> handedDown(AccessScope scope, String superior);

    /** Ids of the tasks that an agency gave to others. */
    List<String> idsGivenBy(AccessScope scope, String province, String agency);

    /**
     * How many tasks of each agency in sight stand alike.
     *
     * @param directiveId only of this directive; {@code null} for all
     */
    List<Tally> tally(AccessScope scope, @Nullable String directiveId);

    /** Tasks of one agency that count alike on every day. */
    record Tally(String agency, Count as, int tasks) {}

    /** How many tasks of each agency in sight went alike, among those whose last day lies in a month. */
    List<Courses> courses(AccessScope scope, YearMonth month);

    /** Tasks of one agency that went alike. */
    record Courses(String province, String agency, Course as, int tasks) {}

    /** Those of some ids that are there, in no order. */
    List<Versioned<Task>> findAll(AccessScope scope, Collection<String> ids);

    /** Adds tasks; those already there are left alone. */
    void assignAll(AccessScope scope, List<NewTask> tasks);

    /** A task with the id derived from what caused it. */
    record NewTask(String id, Decision<Task, TaskEvent> decision) {}

    Receipt change(AccessScope scope, String id, Command command, Function<Task, Decision<Task, TaskEvent>> decide);

    /** Ids of the tasks of a province that run until a day. */
    List<String> idsRunning(AccessScope scope, String province);

    /** Open tasks whose next rung is due by {@code now}, the longest due first. */
    List<Versioned<Task>> withRungDueBy(AccessScope scope, Instant now, int limit);

    /** Writes the decisions whose tasks are unchanged since they were read; the rest are found again by the next sweep. */
    int changeAll(AccessScope scope, List<Change> changes);

    /** A decision on a task as it was read. */
    record Change(Versioned<Task> before, Decision<Task, TaskEvent> decision) {}
}
