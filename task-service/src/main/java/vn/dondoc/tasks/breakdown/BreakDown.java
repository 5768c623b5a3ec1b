package vn.dondoc.tasks.breakdown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.tasks.assign.AssignTasks;
import vn.dondoc.tasks.calendar.Calendars;
import vn.dondoc.tasks.deadline.Limits;
import vn.dondoc.tasks.series.AllSeries;
import vn.dondoc.tasks.series.Recurrence;
import vn.dondoc.tasks.series.Series;
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.TimeLimitClass;

/**
 * From a directive to one task per clause and agency. A limit that is counted is counted here; a clause that comes round
 * becomes a series, which gives the first occurrence at once and the others as their time comes, unless none is due any
 * more within the time that is meant.
 */
@Component
public class BreakDown {

    private static final AccessScope SELF = AccessScope.ofService("break-down-directive");

    private final AssignTasks assign;
    private final AllSeries series;
    private final Limits limits;
    private final Calendars calendars;

    BreakDown(AssignTasks assign, AllSeries series, Limits limits, Calendars calendars) {
        this.assign = assign;
        this.series = series;
        this.limits = limits;
        this.calendars = calendars;
    }

    /**
     * A directive in force.
     *
     * @param issueDate day of its signing; {@code null} while the paper has none
     * @param received when it was issued in the system, and so received
     * @param receivedOn the day of that
     * @param endsOn last day of the time it is made for
     */
    public record Directive(
            String id,
            @Nullable String number,
            String province,
            @Nullable LocalDate issueDate,
            Instant received,
            LocalDate receivedOn,
            @Nullable LocalDate endsOn,
            List<Clause> clauses) {

        public Directive {
            clauses = List.copyOf(clauses);
        }
    }

    public void issued(Directive directive) {
        List<Assignment> assignments = new ArrayList<>();
        List<Series> begun = new ArrayList<>();
        LocalDate lastNamed = null;
        for (Clause clause : directive.clauses()) {
            List<Series.Assignee> assignees = Series.assignees(clause.leads(), clause.cooperating());
            Optional<Series> comesRound = series(directive, clause, assignees);
            if (comesRound.isPresent()) {
                begun.add(comesRound.get());
            } else {
                Limit limit = limit(directive, clause.limit(), lastNamed);
                lastNamed = limit.dueOn() == null ? lastNamed : limit.dueOn();
                var duty = new Duty.OfClause(directive.id(), directive.number(), clause.path(), null);
                assignees.forEach(it -> assignments.add(new Assignment(
                        directive.province(),
                        it.agency(),
                        it.role(),
                        duty,
                        new Assigner.Office(),
                        clause.text(),
                        limit)));
            }
        }
        series.beginAll(SELF, begun);
        assign.assign(assignments);
    }

    private Optional<Series> series(Directive directive, Clause clause, List<Series.Assignee> assignees) {
        Recurrence rule = clause.limit().recurrence();
        if (rule == null || assignees.isEmpty()) {
            return Optional.empty();
        }
        WorkingCalendar calendar = calendars.of(SELF, directive.province());
        String instance = clause.limit().instance();
        Recurrence.Occurrence first = rule.firstDueFrom(directive.receivedOn(), calendar);
        if (instance != null && !instance.equals(first.period())) {
            return Optional.empty();
        }
        var empty = new Series(
                directive.province(),
                new Duty.OfClause(directive.id(), directive.number(), clause.path(), null),
                clause.text(),
                clause.limit().phrase(),
                rule,
                assignees,
                null,
                instance == null ? directive.endsOn() : first.dueOn());
        Series begun = empty.waitingFor(first.givenBy(directive.receivedOn()));
        return begun.next() == null ? Optional.empty() : Optional.of(begun);
    }

    /** @param lastNamed last day of the nearest clause before, from which "trước thời hạn trên" counts */
    private Limit limit(Directive directive, Clause.Asked asked, @Nullable LocalDate lastNamed) {
        Limit.Counted counted = asked.counted();
        LocalDate lastDay = asked.lastDay();
        if (counted != null) {
            LocalDate since = switch (counted.from()) {
                case ISSUE_DATE -> directive.issueDate();
                case RECEIPT -> directive.receivedOn();
                case OTHER_DEADLINE -> lastNamed;
                case EVENT -> null;
            };
            if (since != null || lastDay == null) {
                Instant moment = counted.from() == Limit.Counted.From.RECEIPT ? directive.received() : null;
                var from = new Limit.Counted(counted.amount(), counted.unit(), counted.from(), since);
                return limits.counted(directive.province(), from, moment, asked.phrase());
            }
        }
        if (lastDay != null) {
            return new Limit(TimeLimitClass.DATED, lastDay, asked.hour(), asked.phrase(), null);
        }
        return Limit.without(
                asked.timeLimit() == TimeLimitClass.DATED ? TimeLimitClass.UNDATED : asked.timeLimit(), asked.phrase());
    }
}
