package vn.dondoc.notifications.ladder;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

/** Words notices and addresses them: the agency itself, its supervisor, or the supervisor's supervisor. */
@Component
public class WriteNotices {

    private static final AccessScope SELF = AccessScope.ofService("write-notices");
    private static final Locale VIETNAMESE = Locale.of("vi");

    private static final List<Told> TO_THE_AGENCY = List.of(new Told(Whom.AGENCY, List.of(Notice.Channel.INBOX)));

    private final Notices notices;
    private final Recipients recipients;
    private final MessageSource words;
    private final Clock clock;

    WriteNotices(Notices notices, Recipients recipients, MessageSource words, Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.words = words;
        this.clock = clock;
    }

    /** Seen from the agency that has the task. */
    public enum Whom {
        AGENCY,
        SUPERVISOR,
        SUPERVISORS_SUPERVISOR
    }

    /** Somebody to be told, and how. */
    public record Told(Whom whom, List<Notice.Channel> channels) {
        public Told {
            channels = List.copyOf(channels);
        }
    }

    /**
     * What happened to a task, as far as a notice says it.
     *
     * @param rung its offset as written, such as {@code T+3}
     * @param what the duty, verbatim
     * @param source number and clause of the directive
     * @param due last day in time, or the words of the limit
     * @param note reason, or what was said
     */
    public record Occasion(
            Notice.Kind kind,
            String province,
            String agency,
            String taskId,
            @Nullable String rung,
            String what,
            String source,
            String due,
            int workingDays,
            @Nullable String note) {}

    /** Tells the agency, in its inbox, that it was given a task, or what became of one. */
    public List<Notices.NewNotice> changed(String eventId, Occasion occasion) {
        return notices(eventId, occasion, TO_THE_AGENCY);
    }

    /**
     * Tells whom the ladder of the province names for a rung.
     *
     * @param rung task, last day and offset, which tell it from every other
     */
    public List<Notices.NewNotice> rungReached(String rung, Occasion occasion, List<Told> told) {
        return notices(rung, occasion, told);
    }

    /** Tells an agency other than the one that has the task, in its inbox. */
    public List<Notices.NewNotice> other(String eventId, String agency, Occasion occasion) {
        return recipients.find(SELF, agency).stream()
                .map(it -> new Notices.NewNotice(
                        Notice.idOf(eventId, it.code(), Notice.Channel.INBOX),
                        notice(occasion, it, Notice.Channel.INBOX).create()))
                .toList();
    }

    /** Tells who is above the agency that has the task, in the inbox; nobody if nobody is. */
    public List<Notices.NewNotice> toSupervisor(String eventId, Occasion occasion) {
        return notices(eventId, occasion, List.of(new Told(Whom.SUPERVISOR, List.of(Notice.Channel.INBOX))));
    }

    /** What was to be said of the deadline of a task, and has not gone out yet, is no longer true. */
    public void supersede(String province, String taskId) {
        for (Versioned<Notice> it : notices.pendingOf(SELF, province, taskId)) {
            // One by one, since an attempt that is made at the same moment must not win over it.
            Command command = Command.causedBy(it.id() + "/superseded/" + it.version(), SELF.actor());
            notices.change(SELF, it.id(), command, Notice::supersede);
        }
    }

    /** Keeps what was written; what is there already is left alone. */
    public void keep(List<Notices.NewNotice> written) {
        notices.addAll(SELF, written);
    }

    /** @param cause what the notice is written for; its id is derived from it, so the same cause writes it once */
    private List<Notices.NewNotice> notices(String cause, Occasion occasion, List<Told> told) {
        List<Notices.NewNotice> written = new ArrayList<>();
        for (Told step : told) {
            Optional<Recipient> recipient = recipient(occasion.agency(), step.whom());
            if (recipient.isPresent()) {
                for (Notice.Channel channel : step.channels()) {
                    if (channel == Notice.Channel.INBOX || recipient.get().mailbox() != null) {
                        String id = Notice.idOf(cause, recipient.get().code(), channel);
                        Notice notice = notice(occasion, recipient.get(), channel);
                        written.add(new Notices.NewNotice(id, notice.create()));
                    }
                }
            }
        }
        return written;
    }

    /** Empty if there is nobody above; an agency that is not known yet may still be heard of, so that is a failure. */
    private Optional<Recipient> recipient(String agency, Whom whom) {
        Recipient own = known(agency);
        return switch (whom) {
            case AGENCY -> Optional.of(own);
            case SUPERVISOR -> supervisor(own);
            case SUPERVISORS_SUPERVISOR -> supervisor(own).flatMap(this::supervisor);
        };
    }

    private Optional<Recipient> supervisor(Recipient of) {
        return Optional.ofNullable(of.supervisor()).map(this::known);
    }

    private Recipient known(String agency) {
        return recipients.find(SELF, agency).orElseThrow(() -> new Failure.NotFound("notifications.no-agency", agency));
    }

    private Notice notice(Occasion occasion, Recipient recipient, Notice.Channel channel) {
        Instant now = clock.instant();
        Recipient agency = known(occasion.agency());
        Object[] values = {
            shortened(occasion.what()),
            occasion.source(),
            occasion.due(),
            String.valueOf(occasion.workingDays()),
            agency.name(),
            occasion.note() == null ? "" : occasion.note(),
            agency.accountable()
        };
        String kind = occasion.kind().name();
        return new Notice(
                occasion.province(),
                recipient.code(),
                occasion.kind(),
                channel,
                occasion.taskId(),
                occasion.rung(),
                words.getMessage(kind + ".subject", values, VIETNAMESE),
                words.getMessage(kind + ".body", values, VIETNAMESE),
                words.getMessage(kind + ".subject", values, Locale.ENGLISH),
                words.getMessage(kind + ".body", values, Locale.ENGLISH),
                channel == Notice.Channel.MAIL ? recipient.mailbox() : null,
                channel == Notice.Channel.INBOX ? Notice.Status.SENT : Notice.Status.PENDING,
                channel == Notice.Channel.INBOX ? 1 : 0,
                channel == Notice.Channel.INBOX ? null : now,
                now,
                false);
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 157) + "…";
    }
}
