package vn.dondoc.tasks.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.failure.Failure;

/**
 * A task (nhiệm vụ) of one agency, and its life as Quyết định 42/2014/QĐ-TTg knows it. Where it stands is a {@link State};
 * who may take a step is decided here: the agency that has the task, or the {@link Assigner}, and never one for the other.
 *
 * @param percent how far it is, 0 to 100
 * @param nextRung the next step before or after the deadline; {@code null} if none is left
 * @param history every step since it was assigned, oldest first
 */
public record Task(
        Assignment assignment,
        State state,
        int percent,
        @Nullable DueRung nextRung,
        Extensions extensions,
        List<Question> questions,
        List<Attachment> attachments,
        List<Step> history) {

    /** More steps than an honest life has. */
    private static final int MOST_STEPS = 1_000;

    /** Steps that an agency may take without end, were there none. */
    private static final Set<Step.Kind> REPEATABLE = EnumSet.of(
            Step.Kind.PROGRESSED,
            Step.Kind.REFUSED,
            Step.Kind.EXTENSION_REQUESTED,
            Step.Kind.HANDED_DOWN,
            Step.Kind.CONTRIBUTED,
            Step.Kind.PRESSED);

    private static final int MOST_YEARS_BACK = 5;
    private static final int MOST_NAMED = 20;
    private static final int MOST_QUESTIONS = 100;
    private static final int MOST_ATTACHMENTS = 50;

    public Task {
        questions = List.copyOf(questions);
        attachments = List.copyOf(attachments);
        history = List.copyOf(history);
    }

    /** How a task counts on a day: the four official classes, those that have no date, and those that count no more. */
    public enum Standing {
        DONE_ON_TIME,
        DONE_LATE,
        RUNNING_IN_TIME,
        RUNNING_OVERDUE,
        DONE_WITHOUT_LIMIT,
        RUNNING_WITHOUT_LIMIT,
        WITHDRAWN,
        SUPERSEDED,
        HANDED_OVER
    }

    /** The task comes into being. */
    public static Decision<Task, TaskEvent> assign(Assignment assignment, @Nullable DueRung firstRung, Actor by) {
        var task = new Task(
                assignment,
                new State.Assigned(),
                0,
                firstRung,
                Extensions.NONE,
                List.of(),
                List.of(),
                List.of(Step.of(by, Step.Kind.ASSIGNED, null, assignment.limit().dueOn())));
        return Decision.of(task, new TaskEvent.TaskAssigned(assignment));
    }

    /**
     * It is given again to an agency that was rid of it: withdrawn, superseded or handed over. What is open or done stays as
     * it is.
     */
    public Decision<Task, TaskEvent> assignAgain(Assignment again, @Nullable DueRung firstRung, Actor by) {
        if (state instanceof State.Open || state instanceof State.Done) {
            return Decision.nothing(this);
        }
        Task task =
                new Task(again, new State.Assigned(), percent, firstRung, extensions, questions, attachments, history);
        return Decision.of(
                task.noting(Step.of(by, Step.Kind.ASSIGNED, null, again.limit().dueOn())),
                new TaskEvent.TaskAssigned(again));
    }

    /** The agency takes it on. */
    public Decision<Task, TaskEvent> accept(Actor by) {
        refuseOthers(by);
        State.Open open = open();
        return !(open instanceof State.Accepted)
                ? Decision.of(to(open.accept(), by, Step.Kind.ACCEPTED, null), new TaskEvent.TaskAccepted(assignment))
                : Decision.nothing(this);
    }

    /** The agency says that it is not the one, and perhaps who is (chuyển đúng thẩm quyền). */
    public Decision<Task, TaskEvent> refuse(Actor by, String reason, @Nullable String proposed) {
        refuseOthers(by);
        return Decision.of(
                to(open().refuse(reason, proposed), by, Step.Kind.REFUSED, reason),
                new TaskEvent.TaskRefused(assignment, reason, proposed));
    }

    /** The assigner says that the agency is the one after all. */
    public Decision<Task, TaskEvent> insist(Actor by, String reason) {
        refuseAllButAssigner(by);
        if (!(state instanceof State.Misaddressed refused)) {
            throw new Failure.Rejected("tasks.not-refused");
        }
        return Decision.of(
                to(refused.insist(), by, Step.Kind.INSISTED, reason),
                new TaskEvent.RefusalRejected(assignment, reason));
    }

    /**
     * The agency says how far it is.
     *
     * @param figures by what they measure
     */
    public Decision<Task, TaskEvent> progress(
            Actor by, int newPercent, @Nullable String note, Map<String, BigDecimal> figures) {
        refuseOthers(by);
        Step step = new Step(by.at(), by.name(), by.agency(), Step.Kind.PROGRESSED, note, null, newPercent, figures);
        return Decision.of(
                with(open().accept(), newPercent, nextRung, extensions).noting(step),
                new TaskEvent.TaskProgressed(assignment, newPercent, note, figures));
    }

    /** The agency says that it is done, now. A second completion changes nothing. */
    public Decision<Task, TaskEvent> complete(Actor by, State.Product product) {
        refuseOthers(by);
        return done(by, by.day(), by.time(), product);
    }

    /**
     * A report did it. A task that need not be done any more, or is done, stays as it is.
     *
     * @param on day by which it counts
     */
    public Decision<Task, TaskEvent> doneByReport(Actor by, LocalDate on, String evidence) {
        return state instanceof State.Open
                ? done(by, on, null, new State.Product(evidence, null, null))
                : Decision.nothing(this);
    }

    private Decision<Task, TaskEvent> done(Actor by, LocalDate on, @Nullable LocalTime at, State.Product product) {
        if (state instanceof State.Done) {
            return Decision.nothing(this);
        }
        State.Reported reported = open().report(on, at, product);
        Limit limit = assignment.limit();
        Boolean onTime = limit.dueOn() == null ? null : limit.inTime(on, at);
        return Decision.of(
                with(reported, 100, null, new Extensions(null, extensions.granted(), extensions.refused()))
                        .noting(Step.of(by, Step.Kind.COMPLETED, product.evidence())),
                new TaskEvent.TaskCompleted(assignment, onTime, on, product));
    }

    /** The assigner agrees that it is done. */
    public Decision<Task, TaskEvent> verify(Actor by, @Nullable String note) {
        refuseAllButAssigner(by);
        return switch (state) {
            case State.Verified already -> Decision.nothing(this);
            case State.Reported reported ->
                Decision.of(
                        to(reported.verify(), by, Step.Kind.VERIFIED, note),
                        new TaskEvent.TaskVerified(assignment, note));
            default -> throw new Failure.Rejected("tasks.not-completed");
        };
    }

    /**
     * The assigner says that what was done is not enough, or was undone since.
     *
     * @param dueOn last day from now on; {@code null} leaves the limit
     */
    public Decision<Task, TaskEvent> sendBack(Actor by, String reason, @Nullable LocalDate dueOn, Ladder ladder) {
        refuseAllButAssigner(by);
        if (dueOn != null) {
            Limit.refuseUnlessAhead(dueOn, by.day());
        }
        Assignment again = dueOn == null
                ? assignment
                : assignment.within(Limit.on(dueOn, assignment.limit().phrase()));
        return sentBack(by, reason, again, ladder.firstRung(again));
    }

    /** The report that did it was returned. A task that this report did not do stays as it is. */
    public Decision<Task, TaskEvent> reportReturned(
            Actor by, String evidence, String reason, @Nullable DueRung firstRung) {
        return state instanceof State.Done done
                        && evidence.equals(done.product().evidence())
                ? sentBack(by, reason, assignment, firstRung)
                : Decision.nothing(this);
    }

    private Decision<Task, TaskEvent> sentBack(Actor by, String reason, Assignment again, @Nullable DueRung firstRung) {
        if (!(state instanceof State.Done done)) {
            throw new Failure.Rejected("tasks.not-completed");
        }
        Step.Kind kind = state instanceof State.Verified ? Step.Kind.REOPENED : Step.Kind.RETURNED;
        Task task = new Task(again, done.sendBack(reason), 0, firstRung, extensions, questions, attachments, history);
        return Decision.of(
                task.noting(Step.of(by, kind, reason, again.limit().dueOn())),
                new TaskEvent.TaskReturned(again, reason));
    }

    /** The agency asks for more time (xin gia hạn). */
    public Decision<Task, TaskEvent> askForExtension(Actor by, LocalDate dueOn, String reason) {
        refuseOthers(by);
        open();
        LocalDate current = assignment.limit().dueOn();
        if (current == null) {
            throw new Failure.Rejected("tasks.no-limit");
        }
        if (!dueOn.isAfter(current)) {
            throw new Failure.Invalid("/dueOn", "tasks.extension-not-later", current);
        }
        Limit.refuseUnlessAhead(dueOn, by.day());
        if (extensions.asked() != null) {
            throw new Failure.Rejected("tasks.extension-waits");
        }
        var request = new Extensions.Request(dueOn, reason, by.name(), by.at());
        return Decision.of(
                with(state, percent, nextRung, extensions.ask(request))
                        .noting(Step.of(by, Step.Kind.EXTENSION_REQUESTED, reason, dueOn)),
                new TaskEvent.ExtensionRequested(assignment, dueOn, reason));
    }

    /** The assigner gives more time; the ladder begins again. */
    public Decision<Task, TaskEvent> grantExtension(
            Actor by, @Nullable LocalDate given, @Nullable String reason, Ladder ladder) {
        Extensions.Request asked = asked(by);
        LocalDate current = assignment.limit().dueOn();
        LocalDate dueOn = given == null ? asked.dueOn() : given;
        if (current != null && !dueOn.isAfter(current)) {
            throw new Failure.Invalid("/dueOn", "tasks.extension-not-later", current);
        }
        Limit.refuseUnlessAhead(dueOn, by.day());
        Assignment extended =
                assignment.within(Limit.on(dueOn, assignment.limit().phrase()));
        Task task = new Task(
                extended,
                state,
                percent,
                ladder.firstRung(extended),
                extensions.grant(),
                questions,
                attachments,
                history);
        return Decision.of(
                task.noting(Step.of(by, Step.Kind.EXTENSION_GRANTED, reason, dueOn)),
                new TaskEvent.ExtensionDecided(extended, true, dueOn, reason));
    }

    /** The assigner gives no more time. */
    public Decision<Task, TaskEvent> refuseExtension(Actor by, @Nullable String reason) {
        Extensions.Request asked = asked(by);
        return Decision.of(
                with(state, percent, nextRung, extensions.refuse())
                        .noting(Step.of(by, Step.Kind.EXTENSION_REFUSED, reason, asked.dueOn())),
                new TaskEvent.ExtensionDecided(assignment, false, asked.dueOn(), reason));
    }

    private Extensions.Request asked(Actor by) {
        refuseAllButAssigner(by);
        open();
        Extensions.Request asked = extensions.asked();
        if (asked == null) {
            throw new Failure.Rejected("tasks.no-extension-asked");
        }
        if (asked.actor().equals(by.name())) {
            throw new Failure.Forbidden("tasks.own-request");
        }
        return asked;
    }

    /** First rung of an assignment as of now. */
    @FunctionalInterface
    public interface Ladder {
        @Nullable
        DueRung firstRung(Assignment assignment);
    }

    /** The assigner takes it back. */
    public Decision<Task, TaskEvent> takeBack(Actor by, String reason) {
        refuseAllButAssigner(by);
        return withdrawn(by, open(), by.day(), reason);
    }

    /** Its directive is no longer in force, or the clause is gone. What is done stays done. */
    public Decision<Task, TaskEvent> withdraw(Actor by, LocalDate on, String reason) {
        return state instanceof State.Open open ? withdrawn(by, open, on, reason) : Decision.nothing(this);
    }

    private Decision<Task, TaskEvent> withdrawn(Actor by, State.Open open, LocalDate on, String reason) {
        return Decision.of(
                with(open.withdraw(on, reason), percent, null, extensions)
                        .noting(Step.of(by, Step.Kind.WITHDRAWN, reason)),
                new TaskEvent.TaskWithdrawn(assignment, on, reason));
    }

    /** Its directive gave way to another. What is done stays done. */
    public Decision<Task, TaskEvent> supersede(Actor by, LocalDate on, String successor, String reason) {
        return state instanceof State.Open open
                ? Decision.of(
                        with(open.supersede(on, successor), percent, null, extensions)
                                .noting(Step.of(by, Step.Kind.SUPERSEDED, reason)),
                        new TaskEvent.TaskWithdrawn(assignment, on, reason))
                : Decision.nothing(this);
    }

    /** Another last day; the ladder begins again. */
    public Decision<Task, TaskEvent> reschedule(Actor by, Limit limit, @Nullable DueRung firstRung, String reason) {
        LocalDate before = assignment.limit().dueOn();
        if (!(state instanceof State.Open) || limit.equals(assignment.limit())) {
            return Decision.nothing(this);
        }
        Assignment other = assignment.within(limit);
        Task task = new Task(other, state, percent, firstRung, extensions, questions, attachments, history);
        return Decision.of(
                task.noting(Step.of(by, Step.Kind.RESCHEDULED, reason, limit.dueOn())),
                new TaskEvent.TaskRescheduled(other, before, reason));
    }

    /**
     * The event happened from which the limit counts; the agency says so, or the assigner.
     *
     * @param counting the limit that counts from a day
     */
    public Decision<Task, TaskEvent> happened(
            Actor by, LocalDate on, Function<Limit.Counted, Limit> counting, Ladder ladder, String reason) {
        refuseAllButAgencyAndAssigner(by);
        Limit.Counted counted = assignment.limit().counted();
        if (counted == null || assignment.limit().timeLimit() != TimeLimitClass.AWAITED) {
            throw new Failure.Rejected("tasks.not-awaited");
        }
        if (on.isAfter(by.day())) {
            throw new Failure.Invalid("/startedOn", "tasks.day-ahead");
        }
        if (on.isBefore(by.day().minusYears(MOST_YEARS_BACK))) {
            throw new Failure.Invalid("/startedOn", "tasks.day-old", MOST_YEARS_BACK);
        }
        Limit limit = counting.apply(counted.since(on));
        return reschedule(by, limit, ladder.firstRung(assignment.within(limit)), reason);
    }

    private void refuseAllButAgencyAndAssigner(Actor by) {
        if (!isOwn(by)) {
            refuseAllButAssigner(by);
        }
        open();
    }

    /** Others carry on: the agency ended, or was not the one. */
    public Decision<Task, TaskEvent> handOver(Actor by, List<TaskEvent.Heir> to, LocalDate on, String because) {
        if (!(state instanceof State.Open open)) {
            return Decision.nothing(this);
        }
        List<String> ids = to.stream().map(TaskEvent.Heir::taskId).toList();
        return Decision.of(
                with(open.handOver(on, ids), percent, null, extensions)
                        .noting(Step.of(by, Step.Kind.HANDED_OVER, because)),
                new TaskEvent.TaskHandedOver(assignment, to, on, because));
    }

    /**
     * Who gave it ended, or gave away the task that it is a part of: another decides on it from now on.
     *
     * @param superior the task that it is a part of now; {@code null} if it is none
     */
    public Decision<Task, TaskEvent> givenBy(Actor by, String agency, @Nullable String superior) {
        boolean over = !(state instanceof State.Open || state instanceof State.Done);
        Assignment other = assignment.givenBy(agency, superior);
        if (over || other.equals(assignment)) {
            return Decision.nothing(this);
        }
        Task task = new Task(other, state, percent, nextRung, extensions, questions, attachments, history);
        return Decision.quietly(task.noting(Step.of(by, Step.Kind.HANDED_OVER, "→ " + agency)));
    }

    /** The assigner gives it to another: the agency that had it is not the one. */
    public Decision<Task, TaskEvent> redirect(Actor by, List<TaskEvent.Heir> to, LocalDate on, String reason) {
        refuseAllButAssigner(by);
        open();
        return handOver(by, to, on, reason);
    }

    /** The agency has others do a part of it. */
    public Decision<Task, TaskEvent> handDown(Actor by, List<String> to, String text) {
        refuseOthers(by);
        open();
        if (to.contains(assignment.agency())) {
            throw new Failure.Invalid("/agencies", "tasks.to-itself");
        }
        return Decision.of(
                with(open().accept(), percent, nextRung, extensions)
                        .noting(Step.of(by, Step.Kind.HANDED_DOWN, named(to) + ": " + text)),
                new TaskEvent.TaskHandedDown(assignment, to, text));
    }

    private static String named(List<String> agencies) {
        String first = String.join(", ", agencies.subList(0, Math.min(MOST_NAMED, agencies.size())));
        return agencies.size() > MOST_NAMED ? first + ", … (" + agencies.size() + ")" : first;
    }

    /**
     * A co-operating agency gives its part to those who lead.
     *
     * @param leads agencies
     */
    public Decision<Task, TaskEvent> contribute(Actor by, String text, List<String> leads) {
        refuseOthers(by);
        if (assignment.role() != Assignment.Role.COOPERATING) {
            throw new Failure.Rejected("tasks.not-cooperating");
        }
        return Decision.of(
                to(open().accept(), by, Step.Kind.CONTRIBUTED, text),
                new TaskEvent.TaskContributed(assignment, text, leads));
    }

    /** The agency asks its assigner something. */
    public Decision<Task, TaskEvent> ask(Actor by, String text) {
        refuseOthers(by);
        open();
        if (questions.size() >= MOST_QUESTIONS) {
            throw new Failure.Rejected("tasks.too-many-questions", MOST_QUESTIONS);
        }
        List<Question> more = new ArrayList<>(questions);
        more.add(new Question(text, by.name(), by.at(), null, null, null));
        return Decision.of(
                asking(more).noting(Step.of(by, Step.Kind.ASKED, text)),
                new TaskEvent.QuestionAsked(assignment, more.size(), text));
    }

    /** @param position of the question, from 1 */
    public Decision<Task, TaskEvent> answer(Actor by, int position, String text) {
        refuseAllButAssigner(by);
        if (position < 1 || position > questions.size()) {
            throw new Failure.NotFound("tasks.no-question", position);
        }
        List<Question> answered = new ArrayList<>(questions);
        Question question = questions.get(position - 1);
        if (question.answer() != null) {
            throw new Failure.Rejected("tasks.answered-already");
        }
        answered.set(position - 1, question.answered(text, by));
        return Decision.of(
                asking(answered).noting(Step.of(by, Step.Kind.ANSWERED, text)),
                new TaskEvent.QuestionAnswered(assignment, position, text));
    }

    /**
     * Whoever gave it presses for it, in words of their own. The limit stays, and so does the step it is at.
     *
     * @throws Failure.Forbidden to all but the assigner
     * @throws Failure.Rejected if it is not open, or was pressed for so often that the history is full
     */
    public Decision<Task, TaskEvent> press(Actor by, String words) {
        refuseAllButAssigner(by);
        open();
        return Decision.of(
                noting(Step.of(by, Step.Kind.PRESSED, words, assignment.limit().dueOn())),
                new TaskEvent.TaskPressed(assignment, words));
    }

    /** Whether one more file may be put beside it. */
    public void refuseUnlessAttachable(Actor by) {
        refuseAllButAgencyAndAssigner(by);
        if (attachments.size() >= MOST_ATTACHMENTS) {
            throw new Failure.Rejected("tasks.too-many-attachments", MOST_ATTACHMENTS);
        }
    }

    /** A file is put beside it. Nobody else is told: it goes with what is reported. */
    public Decision<Task, TaskEvent> attach(Actor by, Attachment file) {
        refuseUnlessAttachable(by);
        if (attachments.stream().anyMatch(it -> it.id().equals(file.id()))) {
            return Decision.nothing(this);
        }
        List<Attachment> more = new ArrayList<>(attachments);
        more.add(file);
        return Decision.quietly(new Task(assignment, state, percent, nextRung, extensions, questions, more, history)
                .noting(Step.of(by, Step.Kind.ATTACHED, file.name())));
    }

    /** The number of its directive became known. */
    public Decision<Task, TaskEvent> numbered(Actor by, String number) {
        Duty corrected = numbered(assignment.duty(), number);
        if (corrected.equals(assignment.duty())) {
            return Decision.nothing(this);
        }
        Assignment other = assignment.because(corrected);
        Task task = new Task(other, state, percent, nextRung, extensions, questions, attachments, history);
        return Decision.of(task.noting(Step.of(by, Step.Kind.CORRECTED, number)), new TaskEvent.TaskCorrected(other));
    }

    private static Duty numbered(Duty duty, String number) {
        return switch (duty) {
            case Duty.OfClause it -> it.numbered(number);
            case Duty.HandedDown it -> new Duty.HandedDown(it.superior(), numbered(it.origin(), number));
            case Duty.OfReport it -> it;
            case Duty.Requested it -> it;
        };
    }

    /** The rung was reached; {@code after} is the one that follows. */
    public Decision<Task, TaskEvent> reached(Actor by, TaskEvent rung, @Nullable DueRung after) {
        Step.Kind kind =
                rung instanceof TaskEvent.DeadlineMissed ? Step.Kind.DEADLINE_MISSED : Step.Kind.DEADLINE_APPROACHING;
        return Decision.of(
                with(state, percent, after, extensions)
                        .noting(Step.of(by, kind, null, assignment.limit().dueOn())),
                rung);
    }

    /** The rung was due, but the ladder no longer has it; the task waits for {@code next}, and nobody is told. */
    public Decision<Task, TaskEvent> waitFor(@Nullable DueRung next) {
        return Decision.quietly(with(state, percent, next, extensions));
    }

    private boolean isOwn(Actor by) {
        return assignment.agency().equals(by.agency());
    }

    private void refuseOthers(Actor by) {
        if (!isOwn(by)) {
            throw new Failure.Forbidden("tasks.not-yours", assignment.agency());
        }
    }

    /** Four eyes: who has the task decides on nothing of it. */
    private void refuseAllButAssigner(Actor by) {
        if (isOwn(by) || !assignment.assigner().is(by)) {
            throw new Failure.Forbidden("tasks.not-assigner");
        }
    }

    private State.Open open() {
        return switch (state) {
            case State.Open it -> it;
            case State.Done it -> throw new Failure.Rejected("tasks.task-completed");
            case State.Withdrawn it -> throw new Failure.Rejected("tasks.task-withdrawn");
            case State.Superseded it -> throw new Failure.Rejected("tasks.task-superseded");
            case State.HandedOver it -> throw new Failure.Rejected("tasks.task-handed-over");
        };
    }

    private Task to(State next, Actor by, Step.Kind kind, @Nullable String text) {
        return with(next, percent, nextRung, extensions).noting(Step.of(by, kind, text));
    }

    private Task with(State next, int newPercent, @Nullable DueRung rung, Extensions other) {
        return new Task(assignment, next, newPercent, rung, other, questions, attachments, history);
    }

    private Task asking(List<Question> more) {
        return new Task(assignment, state, percent, nextRung, extensions, more, attachments, history);
    }

    private Task noting(Step step) {
        if (history.size() >= MOST_STEPS && REPEATABLE.contains(step.kind())) {
            throw new Failure.Rejected("tasks.too-many-steps", MOST_STEPS);
        }
        List<Step> longer = new ArrayList<>(history);
        longer.add(step);
        return new Task(assignment, state, percent, nextRung, extensions, questions, attachments, longer);
    }

    /** How a task counts, without saying on which day. */
    public Count count() {
        LocalDate due = assignment.limit().dueOn();
        return switch (state) {
            case State.Open it
            when due != null -> new Count.RunningUntil(due, assignment.limit().dueAt());
            case State.Open it -> new Count.Settled(Standing.RUNNING_WITHOUT_LIMIT);
            case State.Done it when due == null -> new Count.Settled(Standing.DONE_WITHOUT_LIMIT);
            case State.Done it ->
                new Count.Settled(
                        assignment.limit().inTime(it.on(), it.at()) ? Standing.DONE_ON_TIME : Standing.DONE_LATE);
            case State.Withdrawn it -> new Count.Settled(Standing.WITHDRAWN);
            case State.Superseded it -> new Count.Settled(Standing.SUPERSEDED);
            case State.HandedOver it -> new Count.Settled(Standing.HANDED_OVER);
        };
    }

    /** How it went until now. */
    public Course course() {
        Set<Course.Mark> marks = EnumSet.noneOf(Course.Mark.class);
        if (extensions.granted() > 0) {
            marks.add(Course.Mark.EXTENDED);
        }
        if (history.stream().anyMatch(it -> it.kind() == Step.Kind.RETURNED || it.kind() == Step.Kind.REOPENED)) {
            marks.add(Course.Mark.RETURNED);
        }
        LocalDate due = assignment.limit().dueOn();
        if (due == null || state instanceof State.Withdrawn || state instanceof State.Superseded) {
            return new Course(count(), null, null, marks);
        }
        LocalDate lateAfter = history.stream()
                .filter(it -> it.kind() == Step.Kind.ASSIGNED)
                .map(it -> VietnamTime.dateOf(it.at()).minusDays(1))
                .reduce(due, (first, second) -> second.isAfter(first) ? second : first);
        LocalDate until = switch (state) {
            case State.Done it -> it.on();
            case State.HandedOver it -> it.on().minusDays(1);
            default -> null;
        };
        return until != null && !until.isAfter(lateAfter)
                ? new Course(count(), null, null, marks)
                : new Course(count(), lateAfter, until, marks);
    }
}
