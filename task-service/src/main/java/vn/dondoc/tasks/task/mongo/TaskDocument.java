package vn.dondoc.tasks.task.mongo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;

/**
 * A task as it is stored.
 *
 * @param nextRungAt absent when no rung is left, so a sparse index holds only the rest
 * @param dueOrder what lists are ordered by
 * @param countsAs a {@link Task.Standing}, or the last day of a task that runs until then
 * @param standsAs the same without the day
 */
record TaskDocument(
        Assignment assignment,
        Task.Status status,
        int percent,
        @Nullable LocalDate completedOn,
        @Nullable String evidence,
        @Nullable String nextRung,
        @Nullable Instant nextRungAt,
        String dueOrder,
        String countsAs,
        String standsAs) {

    /** Of a task that runs until a day, whatever the day. */
    static final String RUNNING = "RUNNING";

    static TaskDocument from(Task it) {
        Task.DueRung rung = it.nextRung();
        return new TaskDocument(
                it.assignment(),
                it.status(),
                it.percent(),
                it.completedOn(),
                it.evidence(),
                rung == null ? null : rung.rung(),
                rung == null ? null : rung.at(),
                it.dueOrder(),
                text(it.count()),
                it.count() instanceof Task.Count.Settled settled
                        ? settled.standing().name()
                        : RUNNING);
    }

    private static String text(Task.Count count) {
        return switch (count) {
            case Task.Count.Settled settled -> settled.standing().name();
            case Task.Count.RunningUntil running -> running.dueOn().toString();
        };
    }

    /** The other way round. */
    static Task.Count count(String text) {
        return Character.isDigit(text.charAt(0))
                ? new Task.Count.RunningUntil(LocalDate.parse(text))
                : new Task.Count.Settled(Task.Standing.valueOf(text));
    }

    Task toTask() {
        Task.DueRung rung = nextRung == null || nextRungAt == null ? null : new Task.DueRung(nextRung, nextRungAt);
        return new Task(assignment, status, percent, completedOn, evidence, rung);
    }
}
