package vn.dondoc.tasks.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Attachment;
import vn.dondoc.tasks.task.DueRung;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Extensions;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.Question;
import vn.dondoc.tasks.task.State;
import vn.dondoc.tasks.task.Status;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TimeLimitClass;

/**
 * A task as it is shown, with how it stands now.
 *
 * @param accountable post of who answers for it in its agency (người đứng đầu); absent if the agency is not known
 * @param reason why it was returned, refused or withdrawn
 * @param proposed agency that is said to be the right one
 * @param successors who carries on: tasks, or the directive that replaced its own
 * @param nextRungOffset working days from the last day of the rung that it waits for
 * @param unconfirmedYears years of the calendar on which its deadline rests and which nobody has confirmed
 */
record TaskView(
        String id,
        AssignmentView assignment,
        @Nullable String accountable,
        Status status,
        Task.Standing standing,
        int percent,
        @Nullable LocalDate completedOn,
        @Nullable String evidence,
        @Nullable String productNumber,
        @Nullable LocalDate productDate,
        @Nullable String reason,
        @Nullable String proposed,
        List<String> successors,
        @Nullable Integer nextRungOffset,
        @Nullable Instant nextRungAt,
        Extensions extensions,
        List<Question> questions,
        List<Attachment> attachments,
        SortedSet<Integer> unconfirmedYears) {

    /**
     * What an agency was given to do.
     *
     * @param source DIRECTIVE, REPORT or REQUEST
     * @param occurrence of a duty that comes round
     * @param superior task of which it is a part
     * @param assigner agency that gave it; absent for the province
     * @param predecessor task of another agency that it carries on
     * @param counted how the last day is counted
     */
    record AssignmentView(
            String province,
            String agency,
            Assignment.Role role,
            String source,
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
            @Nullable CountedView counted) {

        static AssignmentView of(Assignment it) {
            Duty root = it.duty() instanceof Duty.HandedDown down ? down.origin() : it.duty();
            Duty.OfClause clause = it.clause().orElse(null);
            Limit limit = it.limit();
            return new AssignmentView(
                    it.province(),
                    it.agency(),
                    it.role(),
                    root instanceof Duty.OfClause ? "DIRECTIVE" : root instanceof Duty.OfReport ? "REPORT" : "REQUEST",
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
                    CountedView.of(limit));
        }
    }

    /**
     * How a last day is counted.
     *
     * @param since day from which; absent while that has not happened
     * @param vi in words
     */
    record CountedView(
            int amount,
            Limit.Counted.Unit unit,
            Limit.Counted.From from,
            @Nullable LocalDate since,
            String vi,
            String en) {

        static @Nullable CountedView of(Limit limit) {
            Limit.Counted it = limit.counted();
            return it == null
                    ? null
                    : new CountedView(
                            it.amount(),
                            it.unit(),
                            it.from(),
                            it.since(),
                            LimitWords.of(it, limit.dueOn()).vietnamese(),
                            LimitWords.of(it, limit.dueOn()).english());
        }
    }

    static TaskView of(
            Versioned<Task> found,
            LocalDateTime now,
            @Nullable String accountable,
            SortedSet<Integer> unconfirmedYears) {
        Task it = found.state();
        State state = it.state();
        State.Done done = state instanceof State.Done some ? some : null;
        DueRung rung = it.nextRung();
        return new TaskView(
                found.id(),
                AssignmentView.of(it.assignment()),
                accountable,
                Status.of(state),
                it.count().at(now),
                it.percent(),
                done == null ? null : done.on(),
                done == null ? null : done.product().evidence(),
                done == null ? null : done.product().number(),
                done == null ? null : done.product().date(),
                switch (state) {
                    case State.Returned some -> some.reason();
                    case State.Misaddressed some -> some.reason();
                    case State.Withdrawn some -> some.reason();
                    default -> null;
                },
                state instanceof State.Misaddressed refused ? refused.proposed() : null,
                switch (state) {
                    case State.HandedOver some -> some.to();
                    case State.Superseded some -> List.of(some.by());
                    default -> List.of();
                },
                rung == null ? null : rung.offset(),
                rung == null ? null : rung.at(),
                it.extensions(),
                it.questions(),
                it.attachments(),
                unconfirmedYears);
    }
}
