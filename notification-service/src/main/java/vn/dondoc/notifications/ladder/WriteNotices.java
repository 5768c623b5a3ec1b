package vn.dondoc.notifications.ladder;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.calendar.Calendars;
import vn.dondoc.notifications.channel.Channels;
import vn.dondoc.notifications.channel.Deliver;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Reading;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.notifications.preference.AllPreferences;
import vn.dondoc.notifications.preference.Preferences;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

/** Addresses notices: to the agency itself, its supervisor, or the supervisor's supervisor. */
@Component
public class WriteNotices {

    private static final AccessScope SELF = AccessScope.ofService("write-notices");

    private static final List<String> INBOX = List.of(Way.INBOX);
    private static final List<Told> TO_THE_AGENCY = List.of(new Told(Whom.AGENCY, INBOX));
    private static final List<Told> TO_THE_SUPERVISOR = List.of(new Told(Whom.SUPERVISOR, INBOX));

    private final Notices notices;
    private final Recipients recipients;
    private final AllPreferences preferences;
    private final Calendars calendars;
    private final Channels channels;
    private final Clock clock;

    WriteNotices(
            Notices notices,
            Recipients recipients,
            AllPreferences preferences,
            Calendars calendars,
            Channels channels,
            Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.preferences = preferences;
        this.calendars = calendars;
        this.channels = channels;
        this.clock = clock;
    }

    /** Seen from the agency that has the task. */
    public enum Whom {
        AGENCY,
        SUPERVISOR,
        SUPERVISORS_SUPERVISOR
    }

    /** Somebody to be told, and by which channels. */
    public record Told(Whom whom, List<String> channels) {
        public Told {
            channels = List.copyOf(channels);
        }
    }

    /**
     * What happened.
     *
     * @param cause what the notices are written for; their ids are derived from it, so the same cause writes them once
     */
    public record Occasion(String cause, Notice.Kind kind, String province, Facts facts) {}

    /** Tells the agency, in its inbox, that it was given a task, or what became of one. */
    public List<Notices.NewNotice> changed(Occasion occasion) {
        return told(occasion, TO_THE_AGENCY);
    }

    /** Tells who is above the agency, in the inbox; nobody if nobody is. */
    public List<Notices.NewNotice> toSupervisor(Occasion occasion) {
        return told(occasion, TO_THE_SUPERVISOR);
    }

    /** Tells one agency, in its inbox and as it wants to be told. */
    public List<Notices.NewNotice> to(Occasion occasion, Recipient recipient) {
        return notices(occasion, recipient, INBOX);
    }

    /** Tells an agency other than the one whose it is, in its inbox. */
    public List<Notices.NewNotice> other(Occasion occasion, String agency) {
        return recipients.find(SELF, agency).map(it -> to(occasion, it)).orElse(List.of());
    }

    /** Tells whom the ladder of the province names for a rung. */
    public List<Notices.NewNotice> told(Occasion occasion, List<Told> told) {
        List<Notices.NewNotice> written = new ArrayList<>();
        for (Told step : told) {
            recipient(occasion.facts().agency(), step.whom())
                    .ifPresent(it -> written.addAll(notices(occasion, it, step.channels())));
        }
        return written;
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

    /** The agency as the catalogue knows it; one that is not known yet may still be heard of, so that is a failure. */
    public Recipient known(String agency) {
        return recipients.find(SELF, agency).orElseThrow(() -> new Failure.NotFound("notifications.no-agency", agency));
    }

    /** For the recipient, and for who stands in for it today. */
    private List<Notices.NewNotice> notices(Occasion occasion, Recipient recipient, List<String> named) {
        Instant now = clock.instant();
        Preferences wanted = preferences.of(SELF, occasion.province(), recipient.code());
        List<Notices.NewNotice> written = new ArrayList<>(notices(occasion, recipient, named, wanted, now));
        wanted.deputyOn(VietnamTime.dateOf(now))
                .flatMap(it -> recipients.find(SELF, it))
                .ifPresent(deputy -> {
                    Facts facts = occasion.facts().toldInsteadOf(recipient.name());
                    // Who is told of the same in its own right is told of that too.
                    var instead = new Occasion(
                            occasion.cause() + "/" + recipient.code(), occasion.kind(), occasion.province(), facts);
                    Preferences its = preferences.of(SELF, occasion.province(), deputy.code());
                    written.addAll(notices(instead, deputy, named, its, now));
                });
        return written;
    }

    private List<Notices.NewNotice> notices(
            Occasion occasion, Recipient recipient, List<String> named, Preferences wanted, Instant now) {
        List<Notices.NewNotice> written = new ArrayList<>();
        if (named.contains(Way.INBOX)) {
            written.add(notice(occasion, recipient, Way.INBOX, new Way.Inbox(null, Reading.NOT_YET), now));
        }
        for (Deliver channel : channels.inUse()) {
            Optional<Instant> at = channel.always()
                    ? Optional.of(now)
                    : wanted.when(
                            occasion.kind(),
                            occasion.facts(),
                            channel.channel(),
                            named.contains(channel.channel()),
                            now,
                            calendars.of(SELF, occasion.province()));
            if (at.isPresent()) {
                for (String address : channel.addressesOf(recipient, occasion.kind())) {
                    // The agency's own address needs no name in the id; ids of an earlier release had none.
                    String name = channel.channel() + (address.equals(recipient.code()) ? "" : "/" + address);
                    Way way = Way.Delivery.from(channel.channel(), address, at.get());
                    written.add(notice(occasion, recipient, name, way, now));
                }
            }
        }
        return written;
    }

    private static Notices.NewNotice notice(
            Occasion occasion, Recipient recipient, String wayName, Way way, Instant now) {
        return new Notices.NewNotice(
                Notice.idOf(occasion.cause(), recipient.code(), wayName),
                new Notice(occasion.province(), recipient.code(), occasion.kind(), occasion.facts(), null, now, way),
                CausedBy.current());
    }

    /** Empty if there is nobody above. */
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
}
