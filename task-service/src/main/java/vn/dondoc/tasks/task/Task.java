package vn.dondoc.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.failure.Failure;

/**
 * A task (nhiệm vụ) of one agency.
 *
 * @param completedOn {@code null} while it is open
 * @param nextRung the next step before or after the deadline, and when it is due; {@code null} if none is left
 */
public record Task(
        Assignment assignment,
        Status status,
        int percent,
        @Nullable LocalDate completedOn,
        @Nullable String evidence,
        @Nullable DueRung nextRung) {

    /** Sorts behind every date. */
    public static final String UNDATED = "~";

    /** Where a task stands. */
    public enum Status {
        ASSIGNED,
        ACCEPTED,
        COMPLETED,
        WITHDRAWN
    }

    /** How a task counts on a day: the four official classes, the tasks that have no date, and those withdrawn. */
    public enum Standing {
        DONE_ON_TIME,
        DONE_LATE,
        RUNNING_IN_TIME,
        RUNNING_OVERDUE,
        DONE_WITHOUT_LIMIT,
        RUNNING_WITHOUT_LIMIT,
        WITHDRAWN
    }

    /** A rung and the instant it is due. */
    public record DueRung(String rung, Instant at) {}

    /** The task comes into being. */
    public static Decision<Task, TaskEvent> assign(Assignment assignment, @Nullable DueRung firstRung) {
        var task = new Task(assignment, Status.ASSIGNED, 0, null, null, firstRung);
        return Decision.of(task, new TaskEvent.TaskAssigned(assignment));
    }

    /** The agency takes it on. */
    public Decision<Task, TaskEvent> accept() {
        return status == Status.ASSIGNED
                ? Decision.of(
                        new Task(assignment, Status.ACCEPTED, percent, null, null, nextRung),
                        new TaskEvent.TaskAccepted(assignment))
                : Decision.nothing(this);
    }

    /** The agency says how far it is. */
    public Decision<Task, TaskEvent> progress(int newPercent, @Nullable String note) {
        refuseWhenWithdrawn();
        if (status == Status.COMPLETED) {
            throw new Failure.Rejected("tasks.task-completed");
        }
        return Decision.of(
                new Task(assignment, Status.ACCEPTED, newPercent, null, null, nextRung),
                new TaskEvent.TaskProgressed(assignment, newPercent, note));
    }

    /**
     * It is done. A second completion changes nothing.
     *
     * @param on day by which it counts
     */
    public Decision<Task, TaskEvent> complete(LocalDate on, @Nullable String newEvidence) {
        refuseWhenWithdrawn();
        if (status == Status.COMPLETED) {
            return Decision.nothing(this);
        }
        Boolean onTime = assignment.dueOn() == null ? null : !on.isAfter(assignment.dueOn());
        return Decision.of(
                new Task(assignment, Status.COMPLETED, 100, on, newEvidence, null),
                new TaskEvent.TaskCompleted(assignment, onTime, on, newEvidence));
    }

    /** The rung was reached; {@code after} is the one that follows. */
    public Decision<Task, TaskEvent> reached(TaskEvent rung, @Nullable DueRung after) {
        return Decision.of(new Task(assignment, status, percent, completedOn, evidence, after), rung);
    }

    /** Its directive is no longer in force, or the clause is gone. What is done stays done. */
    public Decision<Task, TaskEvent> withdraw(LocalDate on, String reason) {
        if (status == Status.COMPLETED || status == Status.WITHDRAWN) {
            return Decision.nothing(this);
        }
        return Decision.of(
                new Task(assignment, Status.WITHDRAWN, percent, null, evidence, null),
                new TaskEvent.TaskWithdrawn(assignment, on, reason));
    }

    /** An amendment names another last day; the ladder begins again. */
    public Decision<Task, TaskEvent> reschedule(LocalDate dueOn, @Nullable DueRung firstRung, String reason) {
        if (status == Status.COMPLETED || status == Status.WITHDRAWN || dueOn.equals(assignment.dueOn())) {
            return Decision.nothing(this);
        }
        Assignment amended = assignment.dueOn(dueOn, reason);
        return Decision.of(
                new Task(amended, status, percent, null, evidence, firstRung),
                new TaskEvent.TaskRescheduled(amended, assignment.dueOn(), reason));
    }

    private void refuseWhenWithdrawn() {
        if (status == Status.WITHDRAWN) {
            throw new Failure.Rejected("tasks.task-withdrawn");
        }
    }

    /** The rung was due, but the ladder no longer has it; the task waits for {@code next}, and nobody is told. */
    public Decision<Task, TaskEvent> waitFor(@Nullable DueRung next) {
        return Decision.quietly(new Task(assignment, status, percent, completedOn, evidence, next));
    }

    /** What lists of tasks are ordered by: the last day; behind every day, the class of those that have none. */
    public String dueOrder() {
        LocalDate due = assignment.dueOn();
        return due == null ? undatedOrder(assignment.timeLimit()) : due.toString();
    }

    /** The order of tasks of a class that has no day. */
    public static String undatedOrder(TimeLimitClass timeLimit) {
        return UNDATED + timeLimit.name();
    }

    /** How a task counts, without saying on which day. */
    public Count count() {
        LocalDate due = assignment.dueOn();
        if (status == Status.WITHDRAWN) {
            return new Count.Settled(Standing.WITHDRAWN);
        }
        if (status == Status.COMPLETED && completedOn != null) {
            return new Count.Settled(
                    due == null
                            ? Standing.DONE_WITHOUT_LIMIT
                            : completedOn.isAfter(due) ? Standing.DONE_LATE : Standing.DONE_ON_TIME);
        }
        return due == null ? new Count.Settled(Standing.RUNNING_WITHOUT_LIMIT) : new Count.RunningUntil(due);
    }

    public Standing standingOn(LocalDate day) {
        return count().on(day);
    }

    /** How tasks count that stand alike: for good, or until a day. */
    public sealed interface Count {

        Standing on(LocalDate day);

        /** The standing does not depend on the day. */
        record Settled(Standing standing) implements Count {
            @Override
            public Standing on(LocalDate day) {
                return standing;
            }
        }

        /** In time up to its last day, then overdue. */
        record RunningUntil(LocalDate dueOn) implements Count {
            @Override
            public Standing on(LocalDate day) {
                return day.isAfter(dueOn) ? Standing.RUNNING_OVERDUE : Standing.RUNNING_IN_TIME;
            }
        }
    }
}
