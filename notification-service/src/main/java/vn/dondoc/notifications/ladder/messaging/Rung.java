package vn.dondoc.notifications.ladder.messaging;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contract.task.AboutTask;
import vn.dondoc.contract.task.v2.TaskDeadlineApproaching;
import vn.dondoc.contract.task.v2.TaskDeadlineMissed;
import vn.dondoc.contract.task.v2.Told;
import vn.dondoc.notifications.ladder.WriteNotices;

/**
 * A rung that was reached.
 *
 * @param cause tells it from every other: the same one of another last day is another
 */
record Rung(AboutTask about, String cause, int offset, LocalDate dueOn, int workingDays, List<WriteNotices.Told> told) {

    static Rung of(TaskDeadlineApproaching it) {
        return of(it, it.offset(), it.dueOn(), it.workingDays(), it.told());
    }

    static Rung of(TaskDeadlineMissed it) {
        return of(it, it.offset(), it.dueOn(), it.workingDays(), it.told());
    }

    private static Rung of(AboutTask about, int offset, LocalDate dueOn, int workingDays, List<Told> told) {
        String cause = about.taskId() + "/" + dueOn + "/" + offset;
        return new Rung(
                about,
                cause,
                offset,
                dueOn,
                workingDays,
                told.stream()
                        .map(it -> new WriteNotices.Told(WriteNotices.Whom.valueOf(it.whom()), it.ways()))
                        .toList());
    }

    /** As people write it, such as {@code T-3}. */
    String name() {
        return offset == 0 ? "T" : "T" + (offset > 0 ? "+" : "") + offset;
    }
}
