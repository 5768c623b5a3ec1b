package vn.dondoc.tasks.task.messaging;

import org.springframework.stereotype.Component;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.task.v1.TaskAccepted;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.contract.task.v1.TaskCompleted;
import vn.dondoc.contract.task.v1.TaskDeadlineApproaching;
import vn.dondoc.contract.task.v1.TaskDeadlineMissed;
import vn.dondoc.contract.task.v1.TaskProgressed;
import vn.dondoc.contract.task.v1.TaskRescheduled;
import vn.dondoc.contract.task.v1.TaskWithdrawn;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.TaskEvent;

@Component
class TaskEventEncoder implements EventEncoder<TaskEvent> {

    @Override
    public OutgoingEvent encode(String id, TaskEvent event) {
        Assignment of = event.assignment();
        Record data = switch (event) {
            case TaskEvent.TaskAssigned it -> assigned(id, of);
            case TaskEvent.TaskAccepted it -> new TaskAccepted(id, of.province(), of.agency());
            case TaskEvent.TaskProgressed it ->
                new TaskProgressed(id, of.province(), of.agency(), it.percent(), it.note());
            case TaskEvent.TaskCompleted it ->
                new TaskCompleted(id, of.province(), of.agency(), it.onTime(), it.completedOn(), it.evidence());
            case TaskEvent.TaskWithdrawn it ->
                new TaskWithdrawn(
                        id,
                        of.province(),
                        of.agency(),
                        it.withdrawnOn(),
                        it.reason(),
                        of.text(),
                        of.directiveNumber(),
                        of.clause());
            case TaskEvent.TaskRescheduled it ->
                new TaskRescheduled(
                        id,
                        of.province(),
                        of.agency(),
                        it.previousDueOn(),
                        java.util.Objects.requireNonNull(of.dueOn()),
                        it.reason(),
                        of.text(),
                        of.directiveNumber(),
                        of.clause());
            case TaskEvent.DeadlineApproaching it ->
                new TaskDeadlineApproaching(
                        id,
                        of.province(),
                        of.agency(),
                        it.rung(),
                        it.workingDays(),
                        it.dueOn(),
                        of.text(),
                        of.directiveNumber(),
                        of.clause(),
                        it.late(),
                        it.standsFor());
            case TaskEvent.DeadlineMissed it ->
                new TaskDeadlineMissed(
                        id,
                        of.province(),
                        of.agency(),
                        it.rung(),
                        it.workingDays(),
                        it.dueOn(),
                        of.text(),
                        of.directiveNumber(),
                        of.clause(),
                        it.late(),
                        it.standsFor());
        };
        return new OutgoingEvent(
                Contracts.topicOf(data.getClass()).topicName(),
                Contracts.typeOf(data.getClass()),
                of.province(),
                Contracts.json().writeValueAsString(data));
    }

    private static TaskAssigned assigned(String id, Assignment of) {
        return new TaskAssigned(
                id,
                of.province(),
                of.agency(),
                of.role().name(),
                of.source().name(),
                of.directiveId(),
                of.directiveNumber(),
                of.clause(),
                of.reportId(),
                of.text(),
                of.timeLimit().name(),
                of.dueOn(),
                of.limitText());
    }
}
