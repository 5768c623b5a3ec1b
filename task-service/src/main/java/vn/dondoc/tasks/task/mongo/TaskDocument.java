package vn.dondoc.tasks.task.mongo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;

/** A task as it is stored. {@code nextRungAt} is absent when no rung is left, so a sparse index holds only the rest. */
record TaskDocument(
        Assignment assignment,
        Task.Status status,
        int percent,
        @Nullable LocalDate completedOn,
        @Nullable String evidence,
        @Nullable String nextRung,
        @Nullable Instant nextRungAt) {

    static TaskDocument from(Task it) {
        Task.DueRung rung = it.nextRung();
        return new TaskDocument(
                it.assignment(),
                it.status(),
                it.percent(),
                it.completedOn(),
                it.evidence(),
                rung == null ? null : rung.rung(),
                rung == null ? null : rung.at());
    }

    Task toTask() {
        Task.DueRung rung = nextRung == null || nextRungAt == null ? null : new Task.DueRung(nextRung, nextRungAt);
        return new Task(assignment, status, percent, completedOn, evidence, rung);
    }
}
