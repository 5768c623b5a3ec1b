package vn.dondoc.tasks.task.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;

/** A task as it is shown, with how it stands today. */
record TaskView(
        String id,
        Assignment assignment,
        Task.Status status,
        Task.Standing standing,
        int percent,
        @Nullable LocalDate completedOn,
        @Nullable String evidence,
        @Nullable String nextRung,
        @Nullable Instant nextRungAt) {

    static TaskView of(Versioned<Task> found, LocalDate today) {
        Task it = found.state();
        Task.DueRung rung = it.nextRung();
        return new TaskView(
                found.id(),
                it.assignment(),
                it.status(),
                it.standingOn(today),
                it.percent(),
                it.completedOn(),
                it.evidence(),
                rung == null ? null : rung.rung(),
                rung == null ? null : rung.at());
    }
}
