package vn.dondoc.tasks.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a task that others must know. */
public sealed interface TaskEvent {

    Assignment assignment();

    record TaskAssigned(Assignment assignment) implements TaskEvent {}

    record TaskAccepted(Assignment assignment) implements TaskEvent {}

    /** @param percent 0 to 100 */
    record TaskProgressed(
            Assignment assignment, int percent, @Nullable String note) implements TaskEvent {}

    /** @param onTime {@code null} for a task without a date */
    record TaskCompleted(
            Assignment assignment,
            @Nullable Boolean onTime,
            LocalDate completedOn,
            @Nullable String evidence) implements TaskEvent {}

    /** It need not be done any more. */
    record TaskWithdrawn(Assignment assignment, LocalDate withdrawnOn, String reason) implements TaskEvent {}

    /** @param previousDueOn {@code null} if it had no date */
    record TaskRescheduled(Assignment assignment, @Nullable LocalDate previousDueOn, String reason)
            implements TaskEvent {}

    /**
     * @param workingDays left until the last day
     * @param late whether it was fired well after its hour
     * @param standsFor earlier rungs that went by while nobody looked
     */
    record DeadlineApproaching(
            Assignment assignment, String rung, int workingDays, LocalDate dueOn, boolean late, List<String> standsFor)
            implements TaskEvent {}

    /** @param workingDays since the last day */
    record DeadlineMissed(
            Assignment assignment, String rung, int workingDays, LocalDate dueOn, boolean late, List<String> standsFor)
            implements TaskEvent {}
}
