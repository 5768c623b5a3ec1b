package vn.dondoc.tasks.task;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a task went, as far as its agency is judged by it. Lateness is counted only while the task was with the agency: one
 * that took it over late begins on the day it came, and one that gave it away ends on the day before.
 *
 * @param lateAfter day after which each working day is late; {@code null} if the task was not late and is over
 * @param until last day of lateness; {@code null} while the task runs or if it was not late
 * @param marks what else is said of it
 */
public record Course(
        Count count,
        @Nullable LocalDate lateAfter,
        @Nullable LocalDate until,
        Set<Mark> marks) {

    /** What an evaluation tells apart beside the standing. */
    public enum Mark {
        EXTENDED,
        RETURNED
    }

    public Course {
        marks = Set.copyOf(marks);
    }
}
