package vn.dondoc.tasks.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** How tasks count that stand alike: for good, or until a moment. */
public sealed interface Count {

    Task.Standing at(LocalDateTime moment);

    /** The standing does not depend on the day. */
    record Settled(Task.Standing standing) implements Count {
        @Override
        public Task.Standing at(LocalDateTime moment) {
            return standing;
        }
    }

    /**
     * In time up to its last day, or an hour of it, then overdue.
     *
     * @param dueAt {@code null} for the whole day
     */
    record RunningUntil(LocalDate dueOn, @Nullable LocalTime dueAt) implements Count {
        @Override
        public Task.Standing at(LocalDateTime moment) {
            boolean over =
                    Limit.order(moment.toLocalDate(), moment.toLocalTime()).compareTo(Limit.order(dueOn, dueAt)) > 0;
            return over ? Task.Standing.RUNNING_OVERDUE : Task.Standing.RUNNING_IN_TIME;
        }
    }
}
