package vn.dondoc.tasks.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Limit;

/**
 * A clause that has to be done again and again, by the agencies it is given to.
 *
 * @param phrase of its limit, verbatim
 * @param next the occurrence that is given next; {@code null} if none is any more
 * @param until last day on which an occurrence may be due; {@code null} if the directive names no end
 */
public record Series(
        String province,
        Duty.OfClause duty,
        String text,
        @Nullable String phrase,
        Recurrence recurrence,
        List<Assignee> assignees,
        Recurrence.@Nullable Occurrence next,
        @Nullable LocalDate until) {

    public Series {
        assignees = List.copyOf(assignees);
    }

    /** An agency, and its part. */
    public record Assignee(String agency, Assignment.Role role) {}

    /** Those that lead, then those that only co-operate, each in the order of codes. */
    public static List<Assignee> assignees(Collection<String> leads, Collection<String> cooperating) {
        List<Assignee> assignees = new ArrayList<>();
        leads.stream().distinct().sorted().forEach(it -> assignees.add(new Assignee(it, Assignment.Role.LEAD)));
        cooperating.stream()
                .distinct()
                .filter(it -> !leads.contains(it))
                .sorted()
                .forEach(it -> assignees.add(new Assignee(it, Assignment.Role.COOPERATING)));
        return assignees;
    }

    /** A series publishes nothing: its tasks say what there is to say. */
    public enum Never {}

    /** The assignments of the occurrence that is given next. */
    List<Assignment> assignments() {
        if (next == null) {
            return List.of();
        }
        var occurrence = new Duty.OfClause(duty.directiveId(), duty.directiveNumber(), duty.clause(), next.period());
        Limit limit = Limit.on(next.dueOn(), phrase);
        return assignees.stream()
                .map(it -> new Assignment(
                        province, it.agency(), it.role(), occurrence, new Assigner.Office(), text, limit))
                .toList();
    }

    /** The next occurrence was given. */
    Decision<Series, Never> given(Recurrence.Occurrence following) {
        return Decision.quietly(waitingFor(following));
    }

    /** Nothing more is given: the directive is no longer in force, or the clause is gone. */
    public Decision<Series, Never> ended() {
        return next == null ? Decision.nothing(this) : Decision.quietly(with(null, assignees, duty));
    }

    /** What one agency had to do, others have. */
    public Decision<Series, Never> handOver(String from, List<String> to) {
        LinkedHashSet<Assignee> heirs = new LinkedHashSet<>();
        for (Assignee it : assignees) {
            if (it.agency().equals(from)) {
                to.forEach(heir -> heirs.add(new Assignee(heir, it.role())));
            } else {
                heirs.add(it);
            }
        }
        List<Assignee> changed = new ArrayList<>(heirs);
        return changed.equals(assignees) ? Decision.nothing(this) : Decision.quietly(with(next, changed, duty));
    }

    /** Other agencies have it from the next occurrence on. */
    public Decision<Series, Never> reassigned(List<Assignee> others) {
        return others.equals(assignees) ? Decision.nothing(this) : Decision.quietly(with(next, others, duty));
    }

    public Decision<Series, Never> numbered(String number) {
        return number.equals(duty.directiveNumber())
                ? Decision.nothing(this)
                : Decision.quietly(with(
                        next,
                        assignees,
                        new Duty.OfClause(duty.directiveId(), number, duty.clause(), duty.occurrence())));
    }

    /** None behind its end. */
    public Series waitingFor(Recurrence.Occurrence occurrence) {
        boolean over = until != null && occurrence.dueOn().isAfter(until);
        return with(over ? null : occurrence, assignees, duty);
    }

    private Series with(Recurrence.@Nullable Occurrence occurrence, List<Assignee> those, Duty.OfClause same) {
        return new Series(province, same, text, phrase, recurrence, those, occurrence, until);
    }
}
