package vn.dondoc.notifications.digest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.notifications.calendar.Calendars;
import vn.dondoc.notifications.ladder.WriteNotices;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.preference.AllPreferences;
import vn.dondoc.notifications.preference.Preferences;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

/**
 * Gathers, at the beginning of a working day, what is late and due soon: for each agency that wants it what it has to do
 * itself, and at the beginning of a week what those below it have to do. A notice for each of them, however many tasks.
 *
 * <p>A notice is derived from whom it is for and the day, so a morning that is begun again writes nothing twice.
 */
@Component
public class WriteDigests {

    private static final Logger log = LoggerFactory.getLogger(WriteDigests.class);
    private static final AccessScope SELF = AccessScope.ofService("write-digests");

    private final Recipients recipients;
    private final GatherDigests gather;
    private final AllPreferences preferences;
    private final Calendars calendars;
    private final Mornings mornings;
    private final MorningWords morningWords;
    private final WriteNotices writeNotices;
    private final Clock clock;

    WriteDigests(
            Recipients recipients,
            GatherDigests gather,
            AllPreferences preferences,
            Calendars calendars,
            Mornings mornings,
            MorningWords morningWords,
            WriteNotices writeNotices,
            Clock clock) {
        this.recipients = recipients;
        this.gather = gather;
        this.preferences = preferences;
        this.calendars = calendars;
        this.mornings = mornings;
        this.morningWords = morningWords;
        this.writeNotices = writeNotices;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dondoc.digests.look:20s}")
    void look() {
        Instant now = clock.instant();
        LocalDate today = VietnamTime.dateOf(now);
        for (String province : recipients.provinces(SELF)) {
            WorkingCalendar calendar = calendars.of(SELF, province);
            boolean morningCame = !now.isBefore(WorkingCalendar.at(today, Preferences.MORNING));
            if (calendar.isWorkingDay(today) && morningCame && !mornings.isDone(SELF, province, today)) {
                begin(province, today, calendar);
            }
        }
    }

    /** One province whose morning fails does not take it from the others; its own is begun again. */
    private void begin(String province, LocalDate today, WorkingCalendar calendar) {
        try {
            int written = write(province, today, calendar);
            mornings.done(SELF, province, today);
            log.info("event=digests-written province={} day={} notices={}", province, today, written);
        } catch (RuntimeException broken) {
            log.warn("event=digests-failed province={} day={} reason={}", province, today, broken.toString());
        }
    }

    private int write(String province, LocalDate today, WorkingCalendar calendar) {
        boolean beginsTheWeek = GatherDigests.beginsTheWeek(today, calendar);
        Map<String, Recipient> agencies = recipients.of(SELF, province).stream()
                .collect(Collectors.toMap(Recipient::code, it -> it, (one, other) -> one, LinkedHashMap::new));
        GatherDigests.Gathered gathered = gather.ofProvince(SELF, province, agencies.values(), today, calendar);
        List<Notices.NewNotice> written = new ArrayList<>();
        agencies.values().forEach(it -> {
            Optional<Facts> daily = gathered.daily(it);
            Optional<Facts> weekly = beginsTheWeek ? gathered.weekly(it) : Optional.empty();
            if (daily.isPresent() || weekly.isPresent()) {
                Preferences wanted = preferences.of(SELF, province, it.code());
                daily.filter(any -> Boolean.TRUE.equals(wanted.daily()))
                        .ifPresent(facts -> written.addAll(digest(Notice.Kind.DAILY_DIGEST, it, facts, today)));
                weekly.filter(any -> Boolean.TRUE.equals(wanted.weekly()))
                        .ifPresent(facts -> written.addAll(digest(Notice.Kind.WEEKLY_DIGEST, it, facts, today)));
            }
        });
        written.addAll(morningWords.unopened(province, agencies, today, calendar));
        written.addAll(morningWords.deadMailboxes(province, agencies));
        writeNotices.keep(written);
        return written.size();
    }

    private List<Notices.NewNotice> digest(Notice.Kind kind, Recipient recipient, Facts facts, LocalDate today) {
        String cause = kind + "/" + today;
        return writeNotices.to(new WriteNotices.Occasion(cause, kind, recipient.province(), facts), recipient);
    }
}
