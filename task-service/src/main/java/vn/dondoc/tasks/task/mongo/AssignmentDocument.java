package vn.dondoc.tasks.task.mongo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.TimeLimitClass;

/**
 * An assignment as it is stored.
 *
 * @param source what stands behind it: of a duty handed down, behind the task that it is a part of
 * @param superior id of that task
 * @param assigner agency that gave it; absent for the province's office
 * @param dueAt hour of the last day
 * @param counted how the last day is counted
 */
record AssignmentDocument(
        String province,
        String agency,
        Assignment.Role role,
        Source source,
        @Nullable String directiveId,
        @Nullable String directiveNumber,
        @Nullable String clause,
        @Nullable String occurrence,
        @Nullable String reportId,
        @Nullable String superior,
        @Nullable String assigner,
        @Nullable String predecessor,
        String text,
        TimeLimitClass timeLimit,
        @Nullable LocalDate dueOn,
        @Nullable String dueAt,
        @Nullable String limitText,
        @Nullable CountedDocument counted) {

    /** What stands behind a task. */
    enum Source {
        DIRECTIVE,
        REPORT,
        REQUEST
    }

    /** How a last day is counted. */
    record CountedDocument(
            int amount,
            Limit.Counted.Unit unit,
            Limit.Counted.From from,
            @Nullable LocalDate since) {}

    static AssignmentDocument from(Assignment it) {
        Duty root = it.duty() instanceof Duty.HandedDown down ? down.origin() : it.duty();
        Duty.OfClause clause = root.ofClause().orElse(null);
        Limit limit = it.limit();
        Limit.Counted counted = limit.counted();
        return new AssignmentDocument(
                it.province(),
                it.agency(),
                it.role(),
                root instanceof Duty.OfClause
                        ? Source.DIRECTIVE
                        : root instanceof Duty.OfReport ? Source.REPORT : Source.REQUEST,
                clause == null ? null : clause.directiveId(),
                clause == null ? null : clause.directiveNumber(),
                clause == null ? null : clause.clause(),
                clause == null ? null : clause.occurrence(),
                root instanceof Duty.OfReport report ? report.reportId() : null,
                it.duty() instanceof Duty.HandedDown down ? down.superior() : null,
                it.assigner() instanceof Assigner.Agency agency ? agency.code() : null,
                it.predecessor(),
                it.text(),
                limit.timeLimit(),
                limit.dueOn(),
                limit.dueAt() == null ? null : limit.dueAt().toString(),
                limit.phrase(),
                counted == null
                        ? null
                        : new CountedDocument(counted.amount(), counted.unit(), counted.from(), counted.since()));
    }

    Assignment toAssignment() {
        Duty root = switch (source) {
            case DIRECTIVE ->
                new Duty.OfClause(
                        Objects.requireNonNull(directiveId),
                        directiveNumber,
                        Objects.requireNonNull(clause),
                        occurrence);
            case REPORT -> new Duty.OfReport(Objects.requireNonNull(reportId));
            case REQUEST -> new Duty.Requested();
        };
        return new Assignment(
                province,
                agency,
                role,
                superior == null ? root : new Duty.HandedDown(superior, root),
                assigner == null ? new Assigner.Office() : new Assigner.Agency(assigner),
                text,
                new Limit(
                        timeLimit,
                        dueOn,
                        dueAt == null ? null : LocalTime.parse(dueAt),
                        limitText,
                        counted == null
                                ? null
                                : new Limit.Counted(counted.amount(), counted.unit(), counted.from(), counted.since())),
                predecessor);
    }
}
