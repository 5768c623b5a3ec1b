package vn.dondoc.notifications.ladder.messaging;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.agency.v1.AgencySucceeded;
import vn.dondoc.contract.task.v1.TaskAccepted;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.contract.task.v1.TaskCompleted;
import vn.dondoc.contract.task.v1.TaskDeadlineApproaching;
import vn.dondoc.contract.task.v1.TaskDeadlineMissed;
import vn.dondoc.contract.task.v1.TaskProgressed;
import vn.dondoc.contract.task.v1.TaskRescheduled;
import vn.dondoc.contract.task.v1.TaskWithdrawn;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.notifications.ladder.WriteNotices;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

/** Writes notices when tasks are assigned and when rungs are reached. */
@Configuration(proxyBeanMethods = false)
class NoticeInbox {

    private static final AccessScope SELF = AccessScope.ofService("learn-recipients");

    private final WriteNotices writeNotices;
    private final Recipients recipients;

    NoticeInbox(WriteNotices writeNotices, Recipients recipients) {
        this.writeNotices = writeNotices;
        this.recipients = recipients;
    }

    @Bean
    Consumer<Message<?>> tasks(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.TASKS.topicName())
                .on(Contracts.typeOf(TaskAssigned.class), TaskAssigned.class, this::assigned)
                .on(Contracts.typeOf(TaskDeadlineApproaching.class), TaskDeadlineApproaching.class, this::approaching)
                .on(Contracts.typeOf(TaskDeadlineMissed.class), TaskDeadlineMissed.class, this::missed)
                .on(Contracts.typeOf(TaskRescheduled.class), TaskRescheduled.class, this::rescheduled)
                .on(Contracts.typeOf(TaskWithdrawn.class), TaskWithdrawn.class, this::withdrawn)
                .ignoring(
                        Contracts.typeOf(TaskAccepted.class),
                        Contracts.typeOf(TaskProgressed.class),
                        Contracts.typeOf(TaskCompleted.class)));
    }

    @Bean
    Consumer<Message<?>> agencies(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.AGENCIES.topicName())
                .on(Contracts.typeOf(AgencyRegistered.class), AgencyRegistered.class, this::registered)
                .ignoring(Contracts.typeOf(AgencySucceeded.class)));
    }

    private void registered(ReceivedEvent<AgencyRegistered> event) {
        AgencyRegistered it = event.data();
        recipients.learn(
                SELF,
                new Recipient(it.code(), it.name(), it.province(), it.supervisor(), it.mailbox()),
                event.sequence());
    }

    private void assigned(ReceivedEvent<TaskAssigned> event) {
        TaskAssigned it = event.data();
        String due = it.dueOn() != null ? it.dueOn().toString() : it.limitText() == null ? "–" : it.limitText();
        writeNotices.assigned(new WriteNotices.Occasion(
                Notice.Kind.TASK_ASSIGNED,
                it.province(),
                it.agency(),
                it.taskId(),
                null,
                it.text(),
                source(it.directiveNumber(), it.clause()),
                due,
                0));
    }

    private void approaching(ReceivedEvent<TaskDeadlineApproaching> event) {
        TaskDeadlineApproaching it = event.data();
        writeNotices.rungReached(new WriteNotices.Occasion(
                Notice.Kind.DEADLINE_APPROACHING,
                it.province(),
                it.agency(),
                it.taskId(),
                it.rung(),
                it.text(),
                source(it.directiveNumber(), it.clause()),
                it.dueOn().toString(),
                it.workingDays()));
    }

    private void missed(ReceivedEvent<TaskDeadlineMissed> event) {
        TaskDeadlineMissed it = event.data();
        writeNotices.rungReached(new WriteNotices.Occasion(
                Notice.Kind.DEADLINE_MISSED,
                it.province(),
                it.agency(),
                it.taskId(),
                it.rung(),
                it.text(),
                source(it.directiveNumber(), it.clause()),
                it.dueOn().toString(),
                it.workingDays()));
    }

    private void rescheduled(ReceivedEvent<TaskRescheduled> event) {
        TaskRescheduled it = event.data();
        writeNotices.changed(
                event.id(),
                new WriteNotices.Occasion(
                        Notice.Kind.TASK_RESCHEDULED,
                        it.province(),
                        it.agency(),
                        it.taskId(),
                        null,
                        it.text(),
                        source(it.directiveNumber(), it.clause()) + "; " + it.reason(),
                        it.dueOn().toString(),
                        0));
    }

    private void withdrawn(ReceivedEvent<TaskWithdrawn> event) {
        TaskWithdrawn it = event.data();
        writeNotices.changed(
                event.id(),
                new WriteNotices.Occasion(
                        Notice.Kind.TASK_WITHDRAWN,
                        it.province(),
                        it.agency(),
                        it.taskId(),
                        null,
                        it.text(),
                        source(it.directiveNumber(), it.clause()) + "; " + it.reason(),
                        it.withdrawnOn().toString(),
                        0));
    }

    private static String source(@Nullable String number, @Nullable String clause) {
        if (clause == null) {
            return "chế độ báo cáo";
        }
        return (number == null ? "văn bản chưa có số" : number) + ", mục " + clause;
    }
}
