package vn.dondoc.notifications.ladder.messaging;

import static vn.dondoc.notifications.notice.Notice.Kind.DEADLINE_APPROACHING;
import static vn.dondoc.notifications.notice.Notice.Kind.DEADLINE_MISSED;
import static vn.dondoc.notifications.notice.Notice.Kind.EXTENSION_GRANTED;
import static vn.dondoc.notifications.notice.Notice.Kind.EXTENSION_REFUSED;
import static vn.dondoc.notifications.notice.Notice.Kind.EXTENSION_REQUESTED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_ANSWERED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_ASKED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_ASSIGNED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_CONTRIBUTED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_HANDED_OVER;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_PRESSED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_REFUSAL_REJECTED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_REFUSED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_RESCHEDULED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_RETURNED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_VERIFIED;
import static vn.dondoc.notifications.notice.Notice.Kind.TASK_WITHDRAWN;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.agency.v1.AgencySucceeded;
import vn.dondoc.contract.task.AboutTask;
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
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.notifications.ladder.WriteNotices;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;
import vn.dondoc.notifications.task.OpenTasks;

/** Writes notices when tasks are assigned and when rungs are reached. */
@Configuration(proxyBeanMethods = false)
class NoticeInbox {

    private static final AccessScope SELF = AccessScope.ofService("learn-recipients");

    /** After these, a deadline that was to be pressed is another or none. */
    private static final Set<Notice.Kind> ENDS_A_DEADLINE = EnumSet.of(TASK_RESCHEDULED, TASK_WITHDRAWN);

    private final WriteNotices writeNotices;
    private final Recipients recipients;
    private final OpenTasks openTasks;

    NoticeInbox(WriteNotices writeNotices, Recipients recipients, OpenTasks openTasks) {
        this.writeNotices = writeNotices;
        this.openTasks = openTasks;
        this.recipients = recipients;
    }

    @Listens(Topic.TASKS)
    Consumer<Message<?>> tasks(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.TASKS)
                .onAll(TaskAssigned.class, each(this::assigned))
                .onAll(TaskDeadlineApproaching.class, each(it -> rung(DEADLINE_APPROACHING, Rung.of(it.data()))))
                .onAll(TaskDeadlineMissed.class, each(it -> rung(DEADLINE_MISSED, Rung.of(it.data()))))
                .onAll(
                        vn.dondoc.contract.task.v1.TaskDeadlineApproaching.class,
                        each(it -> rung(DEADLINE_APPROACHING, EarlierRungs.of(it.data()))))
                .onAll(
                        vn.dondoc.contract.task.v1.TaskDeadlineMissed.class,
                        each(it -> rung(DEADLINE_MISSED, EarlierRungs.of(it.data()))))
                .onAll(TaskRescheduled.class, agency(TASK_RESCHEDULED, TaskRescheduled::dueOn, TaskRescheduled::reason))
                .onAll(TaskWithdrawn.class, agency(TASK_WITHDRAWN, TaskWithdrawn::withdrawnOn, TaskWithdrawn::reason))
                .onAll(TaskRefused.class, each(this::refused))
                .onAll(
                        TaskRefusalRejected.class,
                        agency(TASK_REFUSAL_REJECTED, it -> null, TaskRefusalRejected::reason))
                .onAll(TaskVerified.class, agency(TASK_VERIFIED, it -> null, TaskVerified::note))
                .onAll(TaskReturned.class, agency(TASK_RETURNED, TaskReturned::dueOn, TaskReturned::reason))
                .onAll(
                        TaskExtensionRequested.class,
                        each(it -> toAssigner(
                                it,
                                it.data().assigner(),
                                EXTENSION_REQUESTED,
                                it.data().wanted(),
                                it.data().reason())))
                .onAll(TaskExtensionDecided.class, each(this::extensionDecided))
                .onAll(TaskHandedOver.class, each(this::handedOver))
                .onAll(TaskContributed.class, each(this::contributed))
                .onAll(
                        TaskAsked.class,
                        each(it -> toAssigner(
                                it,
                                it.data().assigner(),
                                TASK_ASKED,
                                null,
                                it.data().asked())))
                .onAll(TaskAnswered.class, agency(TASK_ANSWERED, it -> null, TaskAnswered::answer))
                .onAll(TaskPressed.class, agency(TASK_PRESSED, TaskPressed::dueOn, TaskPressed::words))
                .onAll(
                        TaskCompleted.class,
                        each(it -> overtaken(it.data().province(), it.data().taskId(), List.of())))
                .ignoring(TaskAccepted.class, TaskProgressed.class, TaskHandedDown.class)
                .on(TaskCorrected.class, this::corrected));
    }

    @Listens(Topic.AGENCIES)
    Consumer<Message<?>> agencies(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.AGENCIES)
                .onAll(AgencyRegistered.class, this::registered)
                .ignoring(AgencySucceeded.class));
    }

    private <D> Consumer<List<ReceivedEvent<D>>> each(Function<ReceivedEvent<D>, List<Notices.NewNotice>> write) {
        return events -> {
            openTasks.learn(SELF, events.stream().flatMap(StillToDo::said).toList());
            writeNotices.keep(WrittenTogether.of(events, write));
        };
    }

    private void registered(List<ReceivedEvent<AgencyRegistered>> events) {
        recipients.learn(
                SELF,
                events.stream()
                        .map(it -> new SaidAt<>(recipient(it.data()), it.sequence()))
                        .toList());
    }

    private static Recipient recipient(AgencyRegistered it) {
        return new Recipient(it.code(), it.name(), it.province(), it.supervisor(), it.mailbox(), it.accountable());
    }

    private void corrected(ReceivedEvent<TaskCorrected> event) {
        TaskCorrected it = event.data();
        if (it.directiveNumber() != null) {
            openTasks.numbered(SELF, it.taskId(), it.directiveNumber());
        }
    }

    private List<Notices.NewNotice> assigned(ReceivedEvent<TaskAssigned> event) {
        TaskAssigned it = event.data();
        return writeNotices.changed(occasion(
                event.id(),
                TASK_ASSIGNED,
                it,
                about(it).as(Facts.Role.valueOf(it.role())).due(it.dueOn(), it.dueAt(), it.limitText())));
    }

    private List<Notices.NewNotice> refused(ReceivedEvent<TaskRefused> event) {
        TaskRefused it = event.data();
        String note = it.proposed() == null ? it.reason() : it.reason() + " → " + it.proposed();
        return writeNotices.toSupervisor(
                occasion(event.id(), TASK_REFUSED, it, about(it).saying(note)));
    }

    private List<Notices.NewNotice> extensionDecided(ReceivedEvent<TaskExtensionDecided> event) {
        TaskExtensionDecided it = event.data();
        Notice.Kind kind = it.granted() ? EXTENSION_GRANTED : EXTENSION_REFUSED;
        var written = writeNotices.changed(
                occasion(event.id(), kind, it, about(it).due(it.dueOn()).saying(it.reason())));
        return it.granted() ? overtaken(it.province(), it.taskId(), written) : written;
    }

    private List<Notices.NewNotice> contributed(ReceivedEvent<TaskContributed> event) {
        TaskContributed it = event.data();
        var occasion = occasion(event.id(), TASK_CONTRIBUTED, it, about(it).saying(it.contribution()));
        return it.to().stream()
                .flatMap(lead -> writeNotices.other(occasion, lead).stream())
                .toList();
    }

    private List<Notices.NewNotice> handedOver(ReceivedEvent<TaskHandedOver> event) {
        TaskHandedOver it = event.data();
        List<String> to = it.to().stream().map(this::nameOf).toList();
        var written = writeNotices.changed(occasion(
                event.id(),
                TASK_HANDED_OVER,
                it,
                about(it).due(it.on()).saying(it.reason()).to(to)));
        return overtaken(it.province(), it.taskId(), written);
    }

    private String nameOf(String agency) {
        return recipients.find(SELF, agency).map(Recipient::name).orElse(agency);
    }

    private List<Notices.NewNotice> rung(Notice.Kind kind, Rung it) {
        FactsBuilder facts = about(it.about()).due(it.dueOn()).reached(it.name(), it.workingDays());
        return writeNotices.told(occasion(it.cause(), kind, it.about(), facts), it.told());
    }

    /** Tells the agency that has the task. */
    private <D extends AboutTask> Consumer<List<ReceivedEvent<D>>> agency(
            Notice.Kind kind, Function<D, @Nullable LocalDate> due, Function<D, @Nullable String> note) {
        return each(event -> {
            FactsBuilder facts =
                    about(event.data()).due(due.apply(event.data())).saying(note.apply(event.data()));
            List<Notices.NewNotice> written = writeNotices.changed(occasion(event.id(), kind, event.data(), facts));
            return ENDS_A_DEADLINE.contains(kind)
                    ? overtaken(event.data().province(), event.data().taskId(), written)
                    : written;
        });
    }

    /** What waits to be said of the deadline that the task had is true no longer. */
    private List<Notices.NewNotice> overtaken(String province, String taskId, List<Notices.NewNotice> written) {
        writeNotices.supersede(province, taskId);
        return written;
    }

    /** Tells the agency that gave the task; for the province, who is above the agency that has it. */
    private List<Notices.NewNotice> toAssigner(
            ReceivedEvent<? extends AboutTask> event,
            @Nullable String assigner,
            Notice.Kind kind,
            @Nullable LocalDate due,
            String note) {
        var occasion = occasion(
                event.id(), kind, event.data(), about(event.data()).due(due).saying(note));
        return assigner == null ? writeNotices.toSupervisor(occasion) : writeNotices.other(occasion, assigner);
    }

    private FactsBuilder about(AboutTask it) {
        return FactsOfTask.of(it, writeNotices.known(it.agency()));
    }

    private static WriteNotices.Occasion occasion(String cause, Notice.Kind kind, AboutTask it, FactsBuilder facts) {
        return new WriteNotices.Occasion(cause, kind, it.province(), facts.build());
    }
}
