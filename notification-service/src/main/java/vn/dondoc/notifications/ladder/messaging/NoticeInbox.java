package vn.dondoc.notifications.ladder.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.CausedBy;
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
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.notifications.ladder.WriteNotices;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
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

    @Listens(Topic.TASKS)
    Consumer<Message<?>> tasks(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.TASKS)
                .onAll(TaskAssigned.class, each(this::assigned))
                .onAll(TaskDeadlineApproaching.class, each(this::approaching))
                .onAll(TaskDeadlineMissed.class, each(this::missed))
                .onAll(TaskRescheduled.class, each(this::rescheduled))
                .onAll(TaskWithdrawn.class, each(this::withdrawn))
                .ignoring(TaskAccepted.class, TaskProgressed.class, TaskCompleted.class));
    }

    @Listens(Topic.AGENCIES)
    Consumer<Message<?>> agencies(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.AGENCIES)
                .on(AgencyRegistered.class, this::registered)
                .ignoring(AgencySucceeded.class));
    }

    /** What every event of a batch asks for is written in one go; each notice names the event it was written on. */
    private <D> Consumer<List<ReceivedEvent<D>>> each(Function<ReceivedEvent<D>, List<Notices.NewNotice>> write) {
        return events -> {
            List<Notices.NewNotice> written = new ArrayList<>();
            for (ReceivedEvent<D> event : events) {
                try (CausedBy.Scope caused = event.cause().open()) {
                    written.addAll(write.apply(event));
                }
            }
            writeNotices.keep(written);
        };
    }

    private void registered(ReceivedEvent<AgencyRegistered> event) {
        AgencyRegistered it = event.data();
        recipients.learn(
                SELF,
                new Recipient(it.code(), it.name(), it.province(), it.supervisor(), it.mailbox()),
                event.sequence());
    }

    private List<Notices.NewNotice> assigned(ReceivedEvent<TaskAssigned> event) {
        TaskAssigned it = event.data();
        String due = it.dueOn() != null ? it.dueOn().toString() : it.limitText() == null ? "–" : it.limitText();
        return writeNotices.assigned(new WriteNotices.Occasion(
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

    private List<Notices.NewNotice> approaching(ReceivedEvent<TaskDeadlineApproaching> event) {
        TaskDeadlineApproaching it = event.data();
        return writeNotices.rungReached(new WriteNotices.Occasion(
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

    private List<Notices.NewNotice> missed(ReceivedEvent<TaskDeadlineMissed> event) {
        TaskDeadlineMissed it = event.data();
        return writeNotices.rungReached(new WriteNotices.Occasion(
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

    private List<Notices.NewNotice> rescheduled(ReceivedEvent<TaskRescheduled> event) {
        TaskRescheduled it = event.data();
        return writeNotices.changed(
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

    private List<Notices.NewNotice> withdrawn(ReceivedEvent<TaskWithdrawn> event) {
        TaskWithdrawn it = event.data();
        return writeNotices.changed(
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
