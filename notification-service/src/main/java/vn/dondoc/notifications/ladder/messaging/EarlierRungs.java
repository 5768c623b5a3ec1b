package vn.dondoc.notifications.ladder.messaging;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contract.task.AboutTask;
import vn.dondoc.contract.task.v1.TaskDeadlineApproaching;
import vn.dondoc.contract.task.v1.TaskDeadlineMissed;
import vn.dondoc.notifications.ladder.WriteNotices;
import vn.dondoc.notifications.notice.Way;

/** Rungs of a release that named them and left to this service whom they concern. */
final class EarlierRungs {

    private static final List<String> INBOX = List.of(Way.INBOX);
    private static final List<String> BOTH = List.of(Way.INBOX, "MAIL");

    private EarlierRungs() {}

    static Rung of(TaskDeadlineApproaching it) {
        return of(it, it.rung(), it.dueOn(), it.workingDays());
    }

    static Rung of(TaskDeadlineMissed it) {
        return of(it, it.rung(), it.dueOn(), it.workingDays());
    }

    private static Rung of(AboutTask about, String name, LocalDate dueOn, int workingDays) {
        int offset = name.length() == 1 ? 0 : Integer.parseInt(name.substring(1));
        return new Rung(about, about.taskId() + "/" + name, offset, dueOn, workingDays, told(offset));
    }

    private static List<WriteNotices.Told> told(int offset) {
        if (offset < 3) {
            return List.of(new WriteNotices.Told(WriteNotices.Whom.AGENCY, offset < -1 ? INBOX : BOTH));
        }
        return offset < 7
                ? List.of(
                        new WriteNotices.Told(WriteNotices.Whom.AGENCY, INBOX),
                        new WriteNotices.Told(WriteNotices.Whom.SUPERVISOR, BOTH))
                : List.of(
                        new WriteNotices.Told(WriteNotices.Whom.SUPERVISOR, INBOX),
                        new WriteNotices.Told(WriteNotices.Whom.SUPERVISORS_SUPERVISOR, BOTH));
    }
}
