package vn.dondoc.notifications.ladder.messaging;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.task.AboutTask;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.contract.task.v1.TaskCompleted;
import vn.dondoc.contract.task.v1.TaskExtensionDecided;
import vn.dondoc.contract.task.v1.TaskHandedOver;
import vn.dondoc.contract.task.v1.TaskRescheduled;
import vn.dondoc.contract.task.v1.TaskReturned;
import vn.dondoc.contract.task.v1.TaskWithdrawn;
import vn.dondoc.contract.task.v2.TaskDeadlineApproaching;
import vn.dondoc.contract.task.v2.TaskDeadlineMissed;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.task.OpenTasks;

/** What an event says of whether a task is still to be done, and until when. */
final class StillToDo {

    private StillToDo() {}

    /** Nothing, if the event says nothing of it. */
    static Stream<OpenTasks.Said> said(ReceivedEvent<?> event) {
        return switch (event.data()) {
            case TaskAssigned it -> open(event, it, it.dueOn());
            case TaskRescheduled it -> open(event, it, it.dueOn());
            case TaskReturned it -> open(event, it, it.dueOn());
            case TaskExtensionDecided it -> it.granted() ? open(event, it, it.dueOn()) : Stream.of();
            case TaskDeadlineApproaching it -> open(event, it, it.dueOn());
            case TaskDeadlineMissed it -> open(event, it, it.dueOn());
            case TaskWithdrawn it -> done(event, it.taskId(), it.province(), it.agency());
            case TaskHandedOver it -> done(event, it.taskId(), it.province(), it.agency());
            case TaskCompleted it -> done(event, it.taskId(), it.province(), it.agency());
            default -> Stream.of();
        };
    }

    private static Stream<OpenTasks.Said> open(ReceivedEvent<?> event, AboutTask it, @Nullable LocalDate dueOn) {
        var task = new OpenTasks.OpenTask(
                it.taskId(),
                it.province(),
                it.agency(),
                true,
                it.text(),
                FactsOfTask.originOf(it),
                it.directiveNumber(),
                it.clause(),
                dueOn);
        return Stream.of(new OpenTasks.Said(task, event.sequence()));
    }

    private static Stream<OpenTasks.Said> done(ReceivedEvent<?> event, String taskId, String province, String agency) {
        var task = new OpenTasks.OpenTask(taskId, province, agency, false, "", Facts.Origin.NONE, null, null, null);
        return Stream.of(new OpenTasks.Said(task, event.sequence()));
    }
}
