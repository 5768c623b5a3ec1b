package vn.dondoc.notifications.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.notifications.ladder.WriteNotices;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.recipient.DeadMailboxes;
import vn.dondoc.notifications.recipient.Recipient;

/** What is noticed in the morning because something did not happen: nobody opened what came, or mail cannot arrive. */
@Component
class MorningWords {

    private static final AccessScope SELF = AccessScope.ofService("write-digests");

    /** What somebody has to act on, and what says that somebody below did not. */
    private static final Set<Notice.Kind> ASKS_TO_ACT = EnumSet.of(
            Notice.Kind.TASK_ASSIGNED,
            Notice.Kind.TASK_RETURNED,
            Notice.Kind.TASK_REFUSED,
            Notice.Kind.EXTENSION_REQUESTED,
            Notice.Kind.DEADLINE_MISSED,
            Notice.Kind.NOT_OPENED);

    /** Working days after which it is said that nobody opened it. */
    private static final int PATIENCE = 2;

    private static final int MOST_NAMED = 50;

    private final Notices notices;
    private final DeadMailboxes mailboxes;
    private final WriteNotices writeNotices;

    MorningWords(Notices notices, DeadMailboxes mailboxes, WriteNotices writeNotices) {
        this.notices = notices;
        this.mailboxes = mailboxes;
        this.writeNotices = writeNotices;
    }

    /**
     * Tells each supervisor which agencies below have not opened what asks them to act and came two working days ago. What a
     * supervisor does not open either goes on to who is above it, two working days later.
     */
    List<Notices.NewNotice> unopened(
            String province, Map<String, Recipient> agencies, LocalDate today, WorkingCalendar calendar) {
        LocalDate day = calendar.plusWorkingDays(today, -PATIENCE);
        Instant from = WorkingCalendar.at(day, LocalTime.MIDNIGHT);
        Instant until = WorkingCalendar.at(calendar.plusWorkingDays(day, 1), LocalTime.MIDNIGHT);
        Map<String, Integer> counts = new TreeMap<>();
        for (Notice.Kind kind : ASKS_TO_ACT) {
            notices.countUnopened(SELF, province, kind, from, until)
                    .forEach((code, count) -> counts.merge(code, count, Integer::sum));
        }
        Map<String, List<String>> bySupervisor = new TreeMap<>();
        counts.forEach((code, count) -> {
            Recipient agency = agencies.get(code);
            if (agency != null && agency.supervisor() != null) {
                bySupervisor
                        .computeIfAbsent(agency.supervisor(), any -> new ArrayList<>())
                        .add(agency.name() + " (" + count + ")");
            }
        });
        List<Notices.NewNotice> written = new ArrayList<>();
        bySupervisor.forEach((code, names) -> Optional.ofNullable(agencies.get(code))
                .ifPresent(supervisor -> {
                    names.sort(null);
                    List<String> named = names.subList(0, Math.min(MOST_NAMED, names.size()));
                    String more = names.size() > MOST_NAMED ? "+" + (names.size() - MOST_NAMED) : null;
                    Facts facts = FactsBuilder.about(Facts.Subject.DIGEST, today.toString(), "")
                            .of(supervisor.code(), supervisor.name(), supervisor.accountable())
                            .due(day)
                            .reached(null, PATIENCE)
                            .saying(more)
                            .to(named)
                            .build();
                    var occasion =
                            new WriteNotices.Occasion("unopened/" + day, Notice.Kind.NOT_OPENED, province, facts);
                    written.addAll(writeNotices.to(occasion, supervisor));
                }));
        return written;
    }

    /** Tells an agency whose mailbox is dead, and who is above it. */
    List<Notices.NewNotice> deadMailboxes(String province, Map<String, Recipient> agencies) {
        List<Notices.NewNotice> written = new ArrayList<>();
        for (DeadMailboxes.DeadMailbox it : mailboxes.of(SELF, province)) {
            Recipient agency = agencies.get(it.agency());
            if (agency != null && it.mailbox().equals(agency.mailbox())) {
                Facts facts = FactsBuilder.about(Facts.Subject.DELIVERY, it.agency(), it.mailbox())
                        .of(agency.code(), agency.name(), agency.accountable())
                        .saying(it.answer())
                        .build();
                var occasion = new WriteNotices.Occasion(
                        "dead-mailbox/" + it.mailbox() + "/" + it.since(), Notice.Kind.MAILBOX_DEAD, province, facts);
                written.addAll(writeNotices.changed(occasion));
                written.addAll(writeNotices.toSupervisor(occasion));
            }
        }
        return written;
    }
}
