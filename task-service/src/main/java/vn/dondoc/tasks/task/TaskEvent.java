package vn.dondoc.tasks.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to a task that others must know. */
public sealed interface TaskEvent {

    Assignment assignment();

    record TaskAssigned(Assignment assignment) implements TaskEvent {}

    record TaskAccepted(Assignment assignment) implements TaskEvent {}

    /** The agency says that it is not the one. */
    record TaskRefused(
            Assignment assignment, String reason, @Nullable String proposed) implements TaskEvent {}

    /** The assigner says that it is. */
    record RefusalRejected(Assignment assignment, String reason) implements TaskEvent {}

    /** @param percent 0 to 100 */
    record TaskProgressed(
            Assignment assignment, int percent, @Nullable String note, Map<String, BigDecimal> figures)
            implements TaskEvent {}

    /** @param onTime {@code null} for a task without a date */
    record TaskCompleted(Assignment assignment, @Nullable Boolean onTime, LocalDate completedOn, State.Product product)
            implements TaskEvent {}

    /** The assigner agrees that it is done. */
    record TaskVerified(Assignment assignment, @Nullable String note) implements TaskEvent {}

    /** It counted as done, and does not any more. */
    record TaskReturned(Assignment assignment, String reason) implements TaskEvent {}

    /** It need not be done any more. */
    record TaskWithdrawn(Assignment assignment, LocalDate withdrawnOn, String reason) implements TaskEvent {}

    /** @param previousDueOn {@code null} if it had no date */
    record TaskRescheduled(Assignment assignment, @Nullable LocalDate previousDueOn, String reason)
            implements TaskEvent {}

    /** The agency asks for more time. */
    record ExtensionRequested(Assignment assignment, LocalDate dueOn, String reason) implements TaskEvent {}

    /** @param dueOn that was asked for, or given */
    record ExtensionDecided(
            Assignment assignment,
            boolean granted,
            LocalDate dueOn,
            @Nullable String reason) implements TaskEvent {}

    /** @param to agencies that do a part of it */
    record TaskHandedDown(Assignment assignment, List<String> to, String text) implements TaskEvent {
        public TaskHandedDown {
            to = List.copyOf(to);
        }
    }

    /**
     * Other agencies carry on.
     *
     * @param to their tasks
     * @param on first day on which it is theirs
     * @param because decision or reason
     */
    record TaskHandedOver(Assignment assignment, List<Heir> to, LocalDate on, String because) implements TaskEvent {
        public TaskHandedOver {
            to = List.copyOf(to);
        }
    }

    /** Who carries on with which task. */
    record Heir(String agency, String taskId) {}

    /**
     * A co-operating agency gave its part.
     *
     * @param to agencies that lead
     */
    record TaskContributed(Assignment assignment, String text, List<String> to) implements TaskEvent {
        public TaskContributed {
            to = List.copyOf(to);
        }
    }

    /** @param question position, from 1 */
    record QuestionAsked(Assignment assignment, int question, String text) implements TaskEvent {}

    record QuestionAnswered(Assignment assignment, int question, String text) implements TaskEvent {}

    /** @param words of whoever gave it */
    record TaskPressed(Assignment assignment, String words) implements TaskEvent {}

    /** The number of its directive became known. */
    record TaskCorrected(Assignment assignment) implements TaskEvent {}

    /**
     * @param offset of the rung, in working days from the last day
     * @param workingDays left until the last day
     * @param late whether it was fired well after its hour
     * @param passedOver earlier rungs that went by while nobody looked
     */
    record DeadlineApproaching(
            Assignment assignment,
            int offset,
            int workingDays,
            LocalDate dueOn,
            boolean late,
            List<Integer> passedOver,
            List<Told> told)
            implements TaskEvent {
        public DeadlineApproaching {
            passedOver = List.copyOf(passedOver);
            told = List.copyOf(told);
        }
    }

    /** @param workingDays since the last day */
    record DeadlineMissed(
            Assignment assignment,
            int offset,
            int workingDays,
            LocalDate dueOn,
            boolean late,
            List<Integer> passedOver,
            List<Told> told)
            implements TaskEvent {
        public DeadlineMissed {
            passedOver = List.copyOf(passedOver);
            told = List.copyOf(told);
        }
    }

    /** Somebody whom a rung concerns, and how they are told. */
    record Told(Whom whom, List<Way> ways) {
        public Told {
            ways = List.copyOf(ways);
        }
    }

    /** Seen from the agency that has the task. */
    enum Whom {
        AGENCY,
        SUPERVISOR,
        SUPERVISORS_SUPERVISOR
    }

    /** Channels. */
    enum Way {
        INBOX,
        MAIL
    }
}
