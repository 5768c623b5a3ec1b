package vn.dondoc.tasks.scoreboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.agency.Agencies;
import vn.dondoc.tasks.calendar.Calendars;
import vn.dondoc.tasks.task.Course;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.Tasks;

/**
 * How agencies did over a time (đánh giá): the basis of the yearly review and of emulation. A task belongs to the month in
 * which its last day lies; one without a last day belongs to none. An extension that was granted excuses, since the later
 * day counts; what was withdrawn counts no more.
 */
@Component
public class Evaluation {

    private static final int MOST_MONTHS = 60;

    private final Tasks tasks;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Clock clock;

    Evaluation(Tasks tasks, Agencies agencies, Calendars calendars, Clock clock) {
        this.tasks = tasks;
        this.agencies = agencies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * One agency's line.
     *
     * @param extended tasks whose last day was put off at its request
     * @param returned tasks that were sent back at least once
     * @param daysLate working days, over all its late tasks, while they were with it
     * @param lateTasks those that were late while they were with it, also if another has them now
     * @param before share on time in the time before, as long; {@code null} if nothing was decided in it
     */
    public record Line(
            Scoreboard.Line standings,
            int extended,
            int returned,
            int daysLate,
            int lateTasks,
            @Nullable BigDecimal before) {

        /** Working days, with one decimal; {@code null} if nothing was late. */
        public @Nullable BigDecimal averageDaysLate() {
            return lateTasks == 0
                    ? null
                    : BigDecimal.valueOf(daysLate).divide(BigDecimal.valueOf(lateTasks), 1, RoundingMode.HALF_UP);
        }

        /** Points by which the share on time rose; {@code null} if there is nothing to compare. */
        public @Nullable BigDecimal trend() {
            BigDecimal now = standings.onTimePercent();
            return now == null || before == null ? null : now.subtract(before);
        }
    }

    /**
     * One line per agency in sight that had something due, in code order.
     *
     * @param from first month; {@code null} for the year of {@code to}, or this year
     * @param to last month; {@code null} for {@code from} alone, or the whole of this year
     * @param under only this agency and those that belong to it; {@code null} for all
     * @throws Failure.Invalid if the months are in the wrong order or too many
     */
    public List<Line> lines(
            AccessScope scope, @Nullable YearMonth from, @Nullable YearMonth to, @Nullable String under) {
        YearMonth last = to != null ? to : from != null ? from : thisMonth().withMonth(12);
        return between(scope, from != null ? from : last.withMonth(1), last, under);
    }

    private YearMonth thisMonth() {
        return YearMonth.from(VietnamTime.now(clock));
    }

    private List<Line> between(AccessScope scope, YearMonth from, YearMonth to, @Nullable String under) {
        long months = from.until(to, ChronoUnit.MONTHS) + 1;
        if (months < 1) {
            throw new Failure.Invalid("to", "tasks.months-reversed", from);
        }
        if (months > MOST_MONTHS) {
            throw new Failure.Invalid("to", "tasks.months-many", MOST_MONTHS);
        }
        Map<String, Sum> before = sums(scope, from.minusMonths(months), from.minusMonths(1));
        return sums(scope, from, to).entrySet().stream()
                .filter(it -> under == null || belongs(scope, it.getKey(), under))
                .map(it -> it.getValue()
                        .line(
                                it.getKey(),
                                Optional.ofNullable(before.get(it.getKey()))
                                        .map(sum -> sum.standings(it.getKey()).onTimePercent())
                                        .orElse(null)))
                .toList();
    }

    private boolean belongs(AccessScope scope, String agency, String superior) {
        return agency.equals(superior)
                || agencies.find(scope, agency)
                        .filter(it -> it.isUnder(superior))
                        .isPresent();
    }

    private Map<String, Sum> sums(AccessScope scope, YearMonth from, YearMonth to) {
        LocalDateTime now = VietnamTime.now(clock);
        Map<String, WorkingCalendar> known = new HashMap<>();
        Map<String, Sum> sums = new TreeMap<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            for (Tasks.Courses it : tasks.courses(scope, month)) {
                WorkingCalendar calendar =
                        known.computeIfAbsent(it.province(), province -> calendars.of(scope, province));
                sums.computeIfAbsent(it.agency(), agency -> new Sum()).add(it, now, calendar);
            }
        }
        return sums;
    }

    private static final class Sum {

        private final Map<Task.Standing, Integer> counts = new EnumMap<>(Task.Standing.class);
        private int extended;
        private int returned;
        private int daysLate;
        private int lateTasks;

        void add(Tasks.Courses some, LocalDateTime now, WorkingCalendar calendar) {
            Course course = some.as();
            Task.Standing standing = course.count().at(now);
            counts.merge(standing, some.tasks(), Integer::sum);
            extended += course.marks().contains(Course.Mark.EXTENDED) ? some.tasks() : 0;
            returned += course.marks().contains(Course.Mark.RETURNED) ? some.tasks() : 0;
            LocalDate after = course.lateAfter();
            if (after != null && standing != Task.Standing.RUNNING_IN_TIME) {
                LocalDate until = course.until();
                daysLate +=
                        some.tasks() * calendar.workingDaysBetween(after, until == null ? now.toLocalDate() : until);
                lateTasks += some.tasks();
            }
        }

        Scoreboard.Line standings(String agency) {
            return new Scoreboard.Line(agency, counts);
        }

        Line line(String agency, @Nullable BigDecimal before) {
            return new Line(standings(agency), extended, returned, daysLate, lateTasks, before);
        }
    }
}
