package vn.dondoc.notifications.digest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.notifications.calendar.Calendars;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.preference.AllPreferences;
import vn.dondoc.notifications.preference.Preferences;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

/** The digests that an agency would have next, were nothing to happen until then. */
@Component
public class NextDigests {

    private final Recipients recipients;
    private final GatherDigests gather;
    private final AllPreferences preferences;
    private final Calendars calendars;
    private final Clock clock;

    NextDigests(
            Recipients recipients, GatherDigests gather, AllPreferences preferences, Calendars calendars, Clock clock) {
        this.recipients = recipients;
        this.gather = gather;
        this.preferences = preferences;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param day on whose morning it would be written
     * @param wanted whether the agency wants such digests; others are not written
     * @param facts what it would say; {@code null} if there is nothing to say, and then none is written
     */
    public record NextDigest(
            Notice.Kind kind,
            LocalDate day,
            boolean wanted,
            @Nullable Facts facts) {}

    /** The daily and the weekly one of the caller's own agency. */
    public List<NextDigest> of(AccessScope scope) {
        String province = scope.province();
        WorkingCalendar calendar = calendars.of(scope, province);
        LocalDate daily = VietnamTime.dateOf(calendar.nextWorkingDayAt(Preferences.MORNING, clock.instant()));
        LocalDate weekly = daily;
        while (!GatherDigests.beginsTheWeek(weekly, calendar)) {
            weekly = calendar.plusWorkingDays(weekly, 1);
        }
        Preferences wanted = preferences.of(scope, province, scope.agency());
        Optional<Recipient> self = recipients.find(scope, scope.agency());
        List<Recipient> below = recipients.of(scope, province).stream()
                .filter(it -> scope.agency().equals(it.supervisor()))
                .toList();
        LocalDate weeksDay = weekly;
        return List.of(
                new NextDigest(
                        Notice.Kind.DAILY_DIGEST,
                        daily,
                        Boolean.TRUE.equals(wanted.daily()),
                        self.flatMap(it -> gather.of(scope, province, List.of(it), daily, calendar)
                                        .daily(it))
                                .orElse(null)),
                new NextDigest(
                        Notice.Kind.WEEKLY_DIGEST,
                        weekly,
                        Boolean.TRUE.equals(wanted.weekly()),
                        self.flatMap(it -> gather.of(scope, province, below, weeksDay, calendar)
                                        .weekly(it))
                                .orElse(null)));
    }
}
