package vn.dondoc.tasks.task.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.messaging.outbox.SharedTexts;
import vn.dondoc.tasks.task.Attachment;
import vn.dondoc.tasks.task.Count;
import vn.dondoc.tasks.task.Course;
import vn.dondoc.tasks.task.DueRung;
import vn.dondoc.tasks.task.Extensions;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.Question;
import vn.dondoc.tasks.task.State;
import vn.dondoc.tasks.task.Status;
import vn.dondoc.tasks.task.Step;
import vn.dondoc.tasks.task.Task;

/**
 * A task as it is stored, form 4. What an earlier form did not have is {@code null} and is read as nothing.
 *
 * @param nextRung the name that form 2 gave to a rung, such as {@code T-3}
 * @param nextRungAt absent when no rung is left, so a sparse index holds only the rest
 * @param textId of the text of the duty, by which it is searched
 * @param dueOrder what lists are ordered by
 * @param countsAs a {@link Task.Standing}, or the moment until which a task runs in time
 * @param standsAs the same without the moment
 * @param dueMonth in which its last day lies; absent if it has none
 * @param wentAs its {@link Course}
 * @param marks of its course
 */
record TaskDocument(
        AssignmentDocument assignment,
        Status status,
        int percent,
        @Nullable LocalDate completedOn,
        @Nullable String completedAt,
        @Nullable String evidence,
        @Nullable String productNumber,
        @Nullable LocalDate productDate,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        @Nullable String proposed,
        @Nullable List<String> successors,
        @Nullable String nextRung,
        @Nullable Integer nextOffset,
        @Nullable Instant nextRungAt,
        @Nullable LocalDate extensionDueOn,
        @Nullable String extensionReason,
        @Nullable String extensionActor,
        @Nullable Instant extensionAt,
        @Nullable Integer extensionsGranted,
        @Nullable Integer extensionsRefused,
        @Nullable List<Question> questions,
        @Nullable List<Attachment> attachments,
        @Nullable List<StepDocument> history,
        @Nullable String textId,
        @Nullable String dueOrder,
        @Nullable String countsAs,
        @Nullable String standsAs,
        @Nullable String dueMonth,
        @Nullable String wentAs,
        @Nullable List<Course.Mark> marks) {

    /** Of a task that runs until a day, whatever the day. */
    static final String RUNNING = "RUNNING";

    /** Sorts behind every moment and before every standing. */
    static final String BEHIND_DAYS = "A";

    /** A step. */
    record StepDocument(
            Instant at,
            String actor,
            @Nullable String agency,
            Step.Kind kind,
            @Nullable String text,
            @Nullable LocalDate dueOn,
            @Nullable Integer percent,
            @Nullable List<Figure> figures) {

        static StepDocument from(Step it) {
            return new StepDocument(
                    it.at(),
                    it.actor(),
                    it.agency(),
                    it.kind(),
                    it.text(),
                    it.dueOn(),
                    it.percent(),
                    it.figures().isEmpty()
                            ? null
                            : it.figures().entrySet().stream()
                                    .map(figure -> new Figure(
                                            figure.getKey(), figure.getValue().toPlainString()))
                                    .toList());
        }

        Step toStep() {
            Map<String, BigDecimal> read = figures == null
                    ? Map.of()
                    : figures.stream()
                            .collect(Collectors.toMap(Figure::name, figure -> new BigDecimal(figure.value())));
            return new Step(at, actor, agency, kind, text, dueOn, percent, read);
        }
    }

    /** A number, by what it measures. */
    record Figure(String name, String value) {}

    static TaskDocument from(Task it) {
        State state = it.state();
        State.Done done = state instanceof State.Done found ? found : null;
        State.Misaddressed refused = state instanceof State.Misaddressed found ? found : null;
        DueRung rung = it.nextRung();
        Extensions.Request asked = it.extensions().asked();
        return new TaskDocument(
                AssignmentDocument.from(it.assignment()),
                Status.of(state),
                it.percent(),
                done == null ? null : done.on(),
                done == null || done.at() == null ? null : done.at().toString(),
                done == null ? null : done.product().evidence(),
                done == null ? null : done.product().number(),
                done == null ? null : done.product().date(),
                endedOn(state),
                reason(state),
                refused == null ? null : refused.proposed(),
                successors(state),
                null,
                rung == null ? null : rung.offset(),
                rung == null ? null : rung.at(),
                asked == null ? null : asked.dueOn(),
                asked == null ? null : asked.reason(),
                asked == null ? null : asked.actor(),
                asked == null ? null : asked.at(),
                it.extensions().granted() == 0 ? null : it.extensions().granted(),
                it.extensions().refused() == 0 ? null : it.extensions().refused(),
                it.questions().isEmpty() ? null : it.questions(),
                it.attachments().isEmpty() ? null : it.attachments(),
                it.history().stream().map(StepDocument::from).toList(),
                SharedTexts.idOf(
                        it.assignment().province(),
                        it.assignment().text(),
                        it.assignment().directiveNumber()),
                it.assignment().limit().order(),
                text(it.count()),
                it.count() instanceof Count.Settled settled ? settled.standing().name() : RUNNING,
                month(it.assignment().limit().dueOn()),
                text(it.course()),
                it.course().marks().isEmpty()
                        ? null
                        : it.course().marks().stream().sorted().toList());
    }

    private static @Nullable String month(@Nullable LocalDate day) {
        return day == null ? null : YearMonth.from(day).toString();
    }

    private static @Nullable LocalDate endedOn(State state) {
        return switch (state) {
            case State.Withdrawn it -> it.on();
            case State.Superseded it -> it.on();
            case State.HandedOver it -> it.on();
            default -> null;
        };
    }

    private static @Nullable String reason(State state) {
        return switch (state) {
            case State.Returned it -> it.reason();
            case State.Misaddressed it -> it.reason();
            case State.Withdrawn it -> it.reason();
            default -> null;
        };
    }

    private static @Nullable List<String> successors(State state) {
        return switch (state) {
            case State.Superseded it -> List.of(it.by());
            case State.HandedOver it -> it.to();
            default -> null;
        };
    }

    Task toTask() {
        return new Task(
                assignment.toAssignment(),
                state(),
                percent,
                rung(),
                extensions(),
                questions == null ? List.of() : questions,
                attachments == null ? List.of() : attachments,
                history == null
                        ? List.of()
                        : history.stream().map(StepDocument::toStep).toList());
    }

    private State state() {
        String why = Objects.requireNonNullElse(reason, "");
        return switch (status) {
            case ASSIGNED -> new State.Assigned();
            case ACCEPTED -> new State.Accepted();
            case RETURNED -> new State.Returned(why);
            case MISADDRESSED -> new State.Misaddressed(why, proposed);
            case COMPLETED -> new State.Reported(doneOn(), doneAt(), product());
            case VERIFIED -> new State.Verified(doneOn(), doneAt(), product());
            case WITHDRAWN -> new State.Withdrawn(endedOn, reason);
            case SUPERSEDED ->
                new State.Superseded(
                        Objects.requireNonNull(endedOn),
                        Objects.requireNonNull(successors).getFirst());
            case HANDED_OVER ->
                new State.HandedOver(Objects.requireNonNull(endedOn), Objects.requireNonNull(successors));
        };
    }

    private LocalDate doneOn() {
        return Objects.requireNonNull(completedOn, "completedOn");
    }

    private @Nullable LocalTime doneAt() {
        return completedAt == null ? null : LocalTime.parse(completedAt);
    }

    private State.Product product() {
        return new State.Product(evidence, productNumber, productDate);
    }

    private @Nullable DueRung rung() {
        if (nextRungAt == null) {
            return null;
        }
        if (nextOffset != null) {
            return new DueRung(nextOffset, nextRungAt);
        }
        return nextRung == null ? null : new DueRung(offsetOf(nextRung), nextRungAt);
    }

    private static int offsetOf(String name) {
        return name.length() == 1 ? 0 : Integer.parseInt(name.substring(1));
    }

    private Extensions extensions() {
        Extensions.Request asked = extensionDueOn == null
                ? null
                : new Extensions.Request(
                        extensionDueOn,
                        Objects.requireNonNull(extensionReason),
                        Objects.requireNonNull(extensionActor),
                        Objects.requireNonNull(extensionAt));
        return new Extensions(
                asked,
                extensionsGranted == null ? 0 : extensionsGranted,
                extensionsRefused == null ? 0 : extensionsRefused);
    }

    private static String text(Count count) {
        return switch (count) {
            case Count.Settled settled -> settled.standing().name();
            case Count.RunningUntil running -> Limit.order(running.dueOn(), running.dueAt());
        };
    }

    private static String text(Course it) {
        String marks = it.marks().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        return String.join(
                "|", text(it.count()), Objects.toString(it.lateAfter(), ""), Objects.toString(it.until(), ""), marks);
    }

    /** The other way round. */
    static Course course(String text) {
        String[] parts = text.split("\\|", -1);
        Set<Course.Mark> marks = parts[3].isEmpty()
                ? Set.of()
                : Arrays.stream(parts[3].split(",")).map(Course.Mark::valueOf).collect(Collectors.toSet());
        return new Course(count(parts[0]), day(parts[1]), day(parts[2]), marks);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** The other way round. */
    static Count count(String text) {
        if (!Character.isDigit(text.charAt(0))) {
            return new Count.Settled(Task.Standing.valueOf(text));
        }
        int hour = text.indexOf('T');
        LocalDate day = LocalDate.parse(text.substring(0, hour));
        String rest = text.substring(hour + 1);
        return new Count.RunningUntil(day, rest.contains(":") ? LocalTime.parse(rest) : null);
    }
}
