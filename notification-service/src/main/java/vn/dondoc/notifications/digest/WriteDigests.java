package vn.dondoc.notifications.digest;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.preference.AllPreferences;
import vn.dondoc.notifications.preference.Preferences;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;
import vn.dondoc.notifications.task.OpenTasks;

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

    /** Working days ahead that a digest looks. */
    private static final int DAYS_AHEAD = 3;

    private static final int WEEKS_DAYS_AHEAD = 5;
    private static final int MOST_TASKS = 100_000;
    private static final int MOST_LINES = 100;

    private final Recipients recipients;
    private final OpenTasks tasks;
    private final AllPreferences preferences;
    private final Calendars calendars;
    private final Mornings mornings;
    private final MorningWords morningWords;
    private final WriteNotices writeNotices;
    private final Clock clock;

    WriteDigests(
            Recipients recipients,
            OpenTasks tasks,
            AllPreferences preferences,
            Calendars calendars,
            Mornings mornings,
            MorningWords morningWords,
            WriteNotices writeNotices,
            Clock clock) {
        this.recipients = recipients;
        this.tasks = tasks;
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
        boolean beginsTheWeek = beginsTheWeek(today, calendar);
        Map<String, Recipient> agencies = recipients.of(SELF, province).stream()
                .collect(Collectors.toMap(Recipient::code, it -> it, (one, other) -> one, LinkedHashMap::new));
        LocalDate furthest = calendar.plusWorkingDays(today, WEEKS_DAYS_AHEAD);
        Map<String, List<Facts.Line>> byAgency = new HashMap<>();
        Map<String, List<Facts.Line>> bySupervisor = new HashMap<>();
        for (OpenTasks.OpenTask it : tasks.dueBy(SELF, province, furthest, MOST_TASKS)) {
            Recipient agency = agencies.get(it.agency());
            if (agency != null && it.dueOn() != null) {
                Facts.Line line = line(it, it.dueOn(), agency, today, calendar);
                byAgency.computeIfAbsent(agency.code(), any -> new ArrayList<>())
                        .add(line);
                if (agency.supervisor() != null) {
                    bySupervisor
                            .computeIfAbsent(agency.supervisor(), any -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        List<Notices.NewNotice> written = new ArrayList<>();
        agencies.values().forEach(it -> {
            List<Facts.Line> own = byAgency.getOrDefault(it.code(), List.of()).stream()
                    .filter(line -> line.workingDays() >= -DAYS_AHEAD)
                    .toList();
            List<Facts.Line> below = bySupervisor.getOrDefault(it.code(), List.of());
            if (!own.isEmpty() || beginsTheWeek && !below.isEmpty()) {
                Preferences wanted = preferences.of(SELF, province, it.code());
                if (!own.isEmpty() && Boolean.TRUE.equals(wanted.daily())) {
                    written.addAll(digest(Notice.Kind.DAILY_DIGEST, it, own, today));
                }
                if (beginsTheWeek && !below.isEmpty() && Boolean.TRUE.equals(wanted.weekly())) {
                    written.addAll(digest(Notice.Kind.WEEKLY_DIGEST, it, below, today));
                }
            }
        });
        written.addAll(morningWords.unopened(province, agencies, today, calendar));
        written.addAll(morningWords.deadMailboxes(province, agencies));
        writeNotices.keep(written);
        return written.size();
    }

    private static boolean beginsTheWeek(LocalDate today, WorkingCalendar calendar) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .datesUntil(today)
                .noneMatch(calendar::isWorkingDay);
    }

    private static Facts.Line line(
            OpenTasks.OpenTask it, LocalDate dueOn, Recipient agency, LocalDate today, WorkingCalendar calendar) {
        int days = dueOn.isBefore(today)
                ? calendar.workingDaysBetween(dueOn, today)
                : -calendar.workingDaysBetween(today, dueOn);
        return new Facts.Line(
                it.taskId(),
                agency.code(),
                agency.name(),
                it.what(),
                it.origin(),
                it.directiveNumber(),
                it.clause(),
                dueOn,
                days);
    }

    private List<Notices.NewNotice> digest(
            Notice.Kind kind, Recipient recipient, List<Facts.Line> lines, LocalDate today) {
        Map<String, Integer> latest = new HashMap<>();
        lines.forEach(it -> latest.merge(it.agency(), it.workingDays(), Math::max));
        List<Facts.Line> sorted = lines.stream()
                .sorted(Comparator.comparingInt((Facts.Line it) -> -latest.getOrDefault(it.agency(), 0))
                        .thenComparing(Facts.Line::agencyName)
                        .thenComparing(it -> -it.workingDays())
                        .thenComparing(Facts.Line::taskId))
                .limit(MOST_LINES)
                .toList();
        int late = (int) lines.stream().filter(it -> it.workingDays() > 0).count();
        Facts facts = FactsBuilder.about(Facts.Subject.DIGEST, today.toString(), "")
                .of(recipient.code(), recipient.name(), recipient.accountable())
                .due(today)
                .gathering(new Facts.Digest(late, lines.size() - late, sorted))
                .build();
        String cause = kind + "/" + today;
        return writeNotices.to(new WriteNotices.Occasion(cause, kind, recipient.province(), facts), recipient);
    }
}
