package vn.dondoc.tasks.task.messaging;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contract.task.v1.TaskAccepted;
import vn.dondoc.contract.task.v1.TaskAnswered;
import vn.dondoc.contract.task.v1.TaskAsked;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.contract.task.v1.TaskCompleted;
import vn.dondoc.contract.task.v1.TaskContributed;
import vn.dondoc.contract.task.v1.TaskCorrected;
import vn.dondoc.contract.task.v1.TaskExtensionDecided;
import vn.dondoc.contract.task.v1.TaskExtensionRequested;
import vn.dondoc.contract.task.v1.TaskHandedDown;
import vn.dondoc.contract.task.v1.TaskHandedOver;
import vn.dondoc.contract.task.v1.TaskPressed;
import vn.dondoc.contract.task.v1.TaskProgressed;
import vn.dondoc.contract.task.v1.TaskRefusalRejected;
import vn.dondoc.contract.task.v1.TaskRefused;
import vn.dondoc.contract.task.v1.TaskRescheduled;
import vn.dondoc.contract.task.v1.TaskReturned;
import vn.dondoc.contract.task.v1.TaskVerified;
import vn.dondoc.contract.task.v1.TaskWithdrawn;
import vn.dondoc.contract.task.v2.TaskDeadlineApproaching;
import vn.dondoc.contract.task.v2.TaskDeadlineMissed;
import vn.dondoc.contract.task.v2.Told;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.TaskEvent;

@Component
class TaskEventEncoder implements EventEncoder<TaskEvent> {

    @Override
    public OutgoingEvent encode(String id, TaskEvent event) {
        Assignment of = event.assignment();
        Limit limit = of.limit();
        Record data = switch (event) {
            case TaskEvent.TaskAssigned it -> assigned(id, of);
            case TaskEvent.TaskAccepted it -> new TaskAccepted(id, of.province(), of.agency());
            case TaskEvent.TaskRefused it ->
                new TaskRefused(
                        id,
                        of.province(),
                        of.agency(),
                        it.reason(),
                        it.proposed(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.RefusalRejected it ->
                new TaskRefusalRejected(
                        id, of.province(), of.agency(), it.reason(), of.text(), of.directiveNumber(), of.clausePath());
            case TaskEvent.TaskProgressed it ->
                new TaskProgressed(id, of.province(), of.agency(), it.percent(), it.note(), it.figures());
            case TaskEvent.TaskCompleted it ->
                new TaskCompleted(
                        id,
                        of.province(),
                        of.agency(),
                        it.onTime(),
                        it.completedOn(),
                        it.product().evidence(),
                        it.product().number(),
                        it.product().date());
            case TaskEvent.TaskVerified it ->
                new TaskVerified(
                        id, of.province(), of.agency(), it.note(), of.text(), of.directiveNumber(), of.clausePath());
            case TaskEvent.TaskReturned it ->
                new TaskReturned(
                        id,
                        of.province(),
                        of.agency(),
                        it.reason(),
                        limit.dueOn(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.TaskWithdrawn it ->
                new TaskWithdrawn(
                        id,
                        of.province(),
                        of.agency(),
                        it.withdrawnOn(),
                        it.reason(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.TaskRescheduled it ->
                new TaskRescheduled(
                        id,
                        of.province(),
                        of.agency(),
                        it.previousDueOn(),
                        Objects.requireNonNull(limit.dueOn()),
                        it.reason(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.ExtensionRequested it ->
                new TaskExtensionRequested(
                        id,
                        of.province(),
                        of.agency(),
                        limit.dueOn(),
                        it.dueOn(),
                        it.reason(),
                        assigner(of),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.ExtensionDecided it ->
                new TaskExtensionDecided(
                        id,
                        of.province(),
                        of.agency(),
                        it.granted(),
                        limit.dueOn(),
                        it.reason(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.TaskHandedDown it ->
                new TaskHandedDown(
                        id,
                        of.province(),
                        of.agency(),
                        it.to(),
                        it.text(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.TaskHandedOver it ->
                new TaskHandedOver(
                        id,
                        of.province(),
                        of.agency(),
                        it.to().stream().map(TaskEvent.Heir::agency).toList(),
                        it.to().stream().map(TaskEvent.Heir::taskId).toList(),
                        it.on(),
                        it.because(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.TaskContributed it ->
                new TaskContributed(
                        id,
                        of.province(),
                        of.agency(),
                        of.clause().map(Duty.OfClause::directiveId).orElse(null),
                        it.text(),
                        it.to(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.QuestionAsked it ->
                new TaskAsked(
                        id,
                        of.province(),
                        of.agency(),
                        it.question(),
                        it.text(),
                        assigner(of),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.QuestionAnswered it ->
                new TaskAnswered(
                        id,
                        of.province(),
                        of.agency(),
                        it.question(),
                        it.text(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.TaskPressed it ->
                new TaskPressed(
                        id,
                        of.province(),
                        of.agency(),
                        it.words(),
                        of.limit().dueOn(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath());
            case TaskEvent.TaskCorrected it ->
                new TaskCorrected(id, of.province(), of.agency(), of.text(), of.directiveNumber(), of.clausePath());
            case TaskEvent.DeadlineApproaching it ->
                new TaskDeadlineApproaching(
                        id,
                        of.province(),
                        of.agency(),
                        it.offset(),
                        it.workingDays(),
                        it.dueOn(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath(),
                        it.late(),
                        it.passedOver(),
                        told(it.told()));
            case TaskEvent.DeadlineMissed it ->
                new TaskDeadlineMissed(
                        id,
                        of.province(),
                        of.agency(),
                        it.offset(),
                        it.workingDays(),
                        it.dueOn(),
                        of.text(),
                        of.directiveNumber(),
                        of.clausePath(),
                        it.late(),
                        it.passedOver(),
                        told(it.told()));
        };
        return OutgoingEvent.of(of.province(), data);
    }

    private static TaskAssigned assigned(String id, Assignment of) {
        Duty root = of.duty() instanceof Duty.HandedDown down ? down.origin() : of.duty();
        Duty.OfClause clause = of.clause().orElse(null);
        Limit limit = of.limit();
        return new TaskAssigned(
                id,
                of.province(),
                of.agency(),
                of.role().name(),
                switch (root) {
                    case Duty.OfClause it -> "DIRECTIVE";
                    case Duty.OfReport it -> "REPORT";
                    case Duty.Requested it -> "REQUEST";
                    case Duty.HandedDown it -> throw new IllegalStateException("a duty handed down has a root");
                },
                clause == null ? null : clause.directiveId(),
                clause == null ? null : clause.directiveNumber(),
                clause == null ? null : clause.clause(),
                clause == null ? null : clause.occurrence(),
                root instanceof Duty.OfReport report ? report.reportId() : null,
                of.duty() instanceof Duty.HandedDown down ? down.superior() : null,
                assigner(of),
                of.predecessor(),
                of.text(),
                limit.timeLimit().name(),
                limit.dueOn(),
                limit.dueAt() == null ? null : limit.dueAt().toString(),
                limit.phrase());
    }

    private static @Nullable String assigner(Assignment of) {
        return of.assigner() instanceof Assigner.Agency agency ? agency.code() : null;
    }

    private static List<Told> told(List<TaskEvent.Told> told) {
        return told.stream()
                .map(it -> new Told(
                        it.whom().name(), it.ways().stream().map(Enum::name).toList()))
                .toList();
    }
}
