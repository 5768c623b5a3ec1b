package vn.dondoc.notifications.digest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.task.OpenTasks;

/** What is late and due soon on a day: of each agency itself, and of those below it. */
@Component
class GatherDigests {

    /** Working days that a daily digest looks ahead. */
    private static final int DAYS_AHEAD = 3;

    private static final int WEEKS_DAYS_AHEAD = 5;
    private static final int MOST_TASKS = 100_000;
    private static final int MOST_LINES = 100;

    private final OpenTasks tasks;

    GatherDigests(OpenTasks tasks) {
        this.tasks = tasks;
    }

    /** Of all agencies of a province. */
    Gathered ofProvince(
            AccessScope scope,
            String province,
            Collection<Recipient> agencies,
            LocalDate day,
            WorkingCalendar calendar) {
        return gather(tasks.dueBy(scope, province, furthest(day, calendar), MOST_TASKS), agencies, day, calendar);
    }

    /** Of some agencies of a province. */
    Gathered of(
            AccessScope scope,
            String province,
            Collection<Recipient> agencies,
            LocalDate day,
            WorkingCalendar calendar) {
        List<String> codes = agencies.stream().map(Recipient::code).toList();
        return gather(
                tasks.dueBy(scope, province, codes, furthest(day, calendar), MOST_TASKS), agencies, day, calendar);
    }

    private static LocalDate furthest(LocalDate day, WorkingCalendar calendar) {
        return calendar.plusWorkingDays(day, WEEKS_DAYS_AHEAD);
    }

    private static Gathered gather(
            List<OpenTasks.OpenTask> due, Collection<Recipient> agencies, LocalDate day, WorkingCalendar calendar) {
        Map<String, Recipient> known =
                agencies.stream().collect(Collectors.toMap(Recipient::code, Function.identity(), (one, other) -> one));
        Map<String, List<Facts.Line>> own = new HashMap<>();
        Map<String, List<Facts.Line>> below = new HashMap<>();
        for (OpenTasks.OpenTask it : due) {
            Recipient agency = known.get(it.agency());
            if (agency != null && it.dueOn() != null) {
                Facts.Line line = line(it, it.dueOn(), agency, day, calendar);
                if (line.workingDays() >= -DAYS_AHEAD) {
                    own.computeIfAbsent(agency.code(), any -> new ArrayList<>()).add(line);
                }
                if (agency.supervisor() != null) {
                    below.computeIfAbsent(agency.supervisor(), any -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        return new Gathered(day, own, below);
    }

    private static Facts.Line line(
            OpenTasks.OpenTask it, LocalDate dueOn, Recipient agency, LocalDate day, WorkingCalendar calendar) {
        int days = dueOn.isBefore(day)
                ? calendar.workingDaysBetween(dueOn, day)
                : -calendar.workingDaysBetween(day, dueOn);
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

    /** Whether no day of its week before it is worked. */
    static boolean beginsTheWeek(LocalDate day, WorkingCalendar calendar) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .datesUntil(day)
                .noneMatch(calendar::isWorkingDay);
    }

    /**
     * What was gathered.
     *
     * @param own lines by the agency that has to do them
     * @param below lines by the agency above
     */
    record Gathered(LocalDate day, Map<String, List<Facts.Line>> own, Map<String, List<Facts.Line>> below) {

        /** What an agency has to do; empty if nothing is late or due soon. */
        Optional<Facts> daily(Recipient agency) {
            return facts(agency, own.getOrDefault(agency.code(), List.of()));
        }

        /** What those below an agency have to do; empty if nothing is late or due soon. */
        Optional<Facts> weekly(Recipient agency) {
            return facts(agency, below.getOrDefault(agency.code(), List.of()));
        }

        private Optional<Facts> facts(Recipient agency, List<Facts.Line> lines) {
            if (lines.isEmpty()) {
                return Optional.empty();
            }
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
            return Optional.of(FactsBuilder.about(Facts.Subject.DIGEST, day.toString(), "")
                    .of(agency.code(), agency.name(), agency.accountable())
                    .due(day)
                    .gathering(new Facts.Digest(late, lines.size() - late, sorted))
                    .build());
        }
    }
}
