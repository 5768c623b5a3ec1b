package vn.dondoc.notifications.ladder.messaging;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

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
                .onAll(vn.dondoc.contract.task.v1.TaskDeadlineApproaching.class, each(this::approachingOnce))
                .onAll(vn.dondoc.contract.task.v1.TaskDeadlineMissed.class, each(this::missedOnce))
                .onAll(TaskRescheduled.class, each(this::rescheduled))
                .onAll(TaskWithdrawn.class, each(this::withdrawn))
                .onAll(TaskRefused.class, each(this::refused))
                .onAll(TaskRefusalRejected.class, each(this::refusalRejected))
                .onAll(TaskVerified.class, each(this::verified))
                .onAll(TaskReturned.class, each(this::returned))
                .onAll(TaskExtensionRequested.class, each(this::extensionRequested))
                .onAll(TaskExtensionDecided.class, each(this::extensionDecided))
                .onAll(TaskHandedOver.class, each(this::handedOver))
                .onAll(TaskContributed.class, each(this::contributed))
                .onAll(TaskAsked.class, each(this::asked))
                .onAll(TaskAnswered.class, each(this::answered))
                .ignoring(
                        TaskAccepted.class,
                        TaskProgressed.class,
                        TaskCompleted.class,
                        TaskHandedDown.class,
                        TaskCorrected.class));
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
        String due = it.dueOn() != null
                ? (it.dueAt() == null ? "" : it.dueAt() + " ") + DAY.format(it.dueOn())
                : it.limitText() == null ? "–" : it.limitText();
        return writeNotices.assigned(new About(
                        it.province(),
                        it.agency(),
                        it.taskId(),
                        it.text(),
                        source(it.directiveNumber(), it.clause(), it.source()))
                .occasion(Notice.Kind.TASK_ASSIGNED, due, 0, null));
    }

    private List<Notices.NewNotice> approaching(ReceivedEvent<TaskDeadlineApproaching> event) {
        TaskDeadlineApproaching it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.rungReached(
                rung(it.taskId(), it.dueOn(), it.offset()),
                about.rung(Notice.Kind.DEADLINE_APPROACHING, it.offset(), it.dueOn(), it.workingDays()),
                told(it.told()));
    }

    private List<Notices.NewNotice> missed(ReceivedEvent<TaskDeadlineMissed> event) {
        TaskDeadlineMissed it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.rungReached(
                rung(it.taskId(), it.dueOn(), it.offset()),
                about.rung(Notice.Kind.DEADLINE_MISSED, it.offset(), it.dueOn(), it.workingDays()),
                told(it.told()));
    }

    /** Of a release that named its rungs and left to this service whom they concern. */
    private List<Notices.NewNotice> approachingOnce(
            ReceivedEvent<vn.dondoc.contract.task.v1.TaskDeadlineApproaching> event) {
        var it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        int offset = offsetOf(it.rung());
        return writeNotices.rungReached(
                it.taskId() + "/" + it.rung(),
                about.rung(Notice.Kind.DEADLINE_APPROACHING, offset, it.dueOn(), it.workingDays()),
                toldOnce(offset));
    }

    private List<Notices.NewNotice> missedOnce(ReceivedEvent<vn.dondoc.contract.task.v1.TaskDeadlineMissed> event) {
        var it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        int offset = offsetOf(it.rung());
        return writeNotices.rungReached(
                it.taskId() + "/" + it.rung(),
                about.rung(Notice.Kind.DEADLINE_MISSED, offset, it.dueOn(), it.workingDays()),
                toldOnce(offset));
    }

    private static int offsetOf(String rung) {
        return rung.length() == 1 ? 0 : Integer.parseInt(rung.substring(1));
    }

    private static List<WriteNotices.Told> toldOnce(int offset) {
        List<Notice.Channel> inbox = List.of(Notice.Channel.INBOX);
        List<Notice.Channel> both = List.of(Notice.Channel.INBOX, Notice.Channel.MAIL);
        if (offset < 3) {
            return List.of(new WriteNotices.Told(WriteNotices.Whom.AGENCY, offset < -1 ? inbox : both));
        }
        return offset < 7
                ? List.of(
                        new WriteNotices.Told(WriteNotices.Whom.AGENCY, inbox),
                        new WriteNotices.Told(WriteNotices.Whom.SUPERVISOR, both))
                : List.of(
                        new WriteNotices.Told(WriteNotices.Whom.SUPERVISOR, inbox),
                        new WriteNotices.Told(WriteNotices.Whom.SUPERVISORS_SUPERVISOR, both));
    }

    /** Tells a rung from every other: the same one of another last day is another. */
    private static String rung(String taskId, LocalDate dueOn, int offset) {
        return taskId + "/" + dueOn + "/" + offset;
    }

    private static List<WriteNotices.Told> told(List<Told> told) {
        return told.stream()
                .map(it -> new WriteNotices.Told(
                        WriteNotices.Whom.valueOf(it.whom()),
                        it.ways().stream().map(Notice.Channel::valueOf).toList()))
                .toList();
    }

    private List<Notices.NewNotice> rescheduled(ReceivedEvent<TaskRescheduled> event) {
        TaskRescheduled it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.changed(
                event.id(), about.occasion(Notice.Kind.TASK_RESCHEDULED, day(it.dueOn()), 0, it.reason()));
    }

    private List<Notices.NewNotice> withdrawn(ReceivedEvent<TaskWithdrawn> event) {
        TaskWithdrawn it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.changed(
                event.id(), about.occasion(Notice.Kind.TASK_WITHDRAWN, day(it.withdrawnOn()), 0, it.reason()));
    }

    private List<Notices.NewNotice> refused(ReceivedEvent<TaskRefused> event) {
        TaskRefused it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.toSupervisor(
                event.id(),
                about.occasion(
                        Notice.Kind.TASK_REFUSED,
                        "–",
                        0,
                        it.proposed() == null ? it.reason() : it.reason() + " → " + it.proposed()));
    }

    private List<Notices.NewNotice> refusalRejected(ReceivedEvent<TaskRefusalRejected> event) {
        TaskRefusalRejected it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.changed(event.id(), about.occasion(Notice.Kind.TASK_REFUSAL_REJECTED, "–", 0, it.reason()));
    }

    private List<Notices.NewNotice> verified(ReceivedEvent<TaskVerified> event) {
        TaskVerified it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.changed(event.id(), about.occasion(Notice.Kind.TASK_VERIFIED, "–", 0, it.note()));
    }

    private List<Notices.NewNotice> returned(ReceivedEvent<TaskReturned> event) {
        TaskReturned it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.changed(
                event.id(), about.occasion(Notice.Kind.TASK_RETURNED, day(it.dueOn()), 0, it.reason()));
    }

    private List<Notices.NewNotice> extensionRequested(ReceivedEvent<TaskExtensionRequested> event) {
        TaskExtensionRequested it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return toAssigner(
                event.id(),
                it.assigner(),
                about.occasion(Notice.Kind.EXTENSION_REQUESTED, day(it.wanted()), 0, it.reason()));
    }

    private List<Notices.NewNotice> extensionDecided(ReceivedEvent<TaskExtensionDecided> event) {
        TaskExtensionDecided it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.changed(
                event.id(),
                about.occasion(
                        it.granted() ? Notice.Kind.EXTENSION_GRANTED : Notice.Kind.EXTENSION_REFUSED,
                        day(it.dueOn()),
                        0,
                        it.reason()));
    }

    private List<Notices.NewNotice> handedOver(ReceivedEvent<TaskHandedOver> event) {
        TaskHandedOver it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.changed(
                event.id(),
                about.occasion(
                        Notice.Kind.TASK_HANDED_OVER,
                        day(it.on()),
                        0,
                        it.reason() + " → " + String.join(", ", it.to())));
    }

    private List<Notices.NewNotice> contributed(ReceivedEvent<TaskContributed> event) {
        TaskContributed it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        var occasion = about.occasion(Notice.Kind.TASK_CONTRIBUTED, "–", 0, it.contribution());
        return it.to().stream()
                .flatMap(lead -> writeNotices.other(event.id(), lead, occasion).stream())
                .toList();
    }

    private List<Notices.NewNotice> asked(ReceivedEvent<TaskAsked> event) {
        TaskAsked it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return toAssigner(event.id(), it.assigner(), about.occasion(Notice.Kind.TASK_ASKED, "–", 0, it.asked()));
    }

    private List<Notices.NewNotice> answered(ReceivedEvent<TaskAnswered> event) {
        TaskAnswered it = event.data();
        var about = new About(
                it.province(), it.agency(), it.taskId(), it.text(), source(it.directiveNumber(), it.clause(), null));
        return writeNotices.changed(event.id(), about.occasion(Notice.Kind.TASK_ANSWERED, "–", 0, it.answer()));
    }

    /** The agency that gave the task; for the province, who is above the agency that has it. */
    private List<Notices.NewNotice> toAssigner(
            String eventId, @Nullable String assigner, WriteNotices.Occasion occasion) {
        return assigner == null
                ? writeNotices.toSupervisor(eventId, occasion)
                : writeNotices.other(eventId, assigner, occasion);
    }

    /** What a notice about a task says whatever happened. */
    private record About(String province, String agency, String taskId, String text, String source) {

        WriteNotices.Occasion occasion(Notice.Kind kind, String due, int workingDays, @Nullable String note) {
            return new WriteNotices.Occasion(
                    kind, province, agency, taskId, null, text, source, due, workingDays, note);
        }

        WriteNotices.Occasion rung(Notice.Kind kind, int offset, LocalDate dueOn, int workingDays) {
            String name = offset == 0 ? "T" : "T" + (offset > 0 ? "+" : "") + offset;
            return new WriteNotices.Occasion(
                    kind, province, agency, taskId, name, text, source, day(dueOn), workingDays, null);
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    /** @param standsBehind REPORT, REQUEST or DIRECTIVE, where it is known */
    private static String source(@Nullable String number, @Nullable String clause, @Nullable String standsBehind) {
        if (clause == null) {
            return "REQUEST".equals(standsBehind) ? "giao đột xuất" : "chế độ báo cáo";
        }
        return (number == null ? "văn bản chưa có số" : number) + ", mục " + clause;
    }
}
