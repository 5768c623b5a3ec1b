package vn.dondoc.documents.directive.web;

import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.documents.directive.Correction;
import vn.dondoc.documents.directive.DeskWork;
import vn.dondoc.documents.directive.Directives;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.ReadingJson;
import vn.dondoc.documents.directive.Recurrence;
import vn.dondoc.documents.directive.RelativeLimit;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.failure.Failure;
import vn.dondoc.web.Amount;
import vn.dondoc.web.Answers;
import vn.dondoc.web.ConditionalOnVersion;

/** The clerk's desk: duties and targets put right before the paper takes effect. */
@RestController
@RequestMapping("/api/v1/directives/{id}")
class CorrectionController {

    private static final String PATH = "[\\p{L}\\d]+(?:\\.[\\p{L}\\d]+)*";
    private static final String PERIOD = "\\d{4}(-(Q[1-4]|H[12]|W[0-5]\\d|[01]\\d(-[0-3]\\d)?))?";

    private static final int MOST_CHARACTERS = 10_000_000;

    private final Directives directives;
    private final DeskWork deskWork;

    CorrectionController(Directives directives, DeskWork deskWork) {
        this.directives = directives;
        this.deskWork = deskWork;
    }

    /**
     * What is to stand instead of what was read, all in one step: to divide a duty, remove it and put its pieces; to join
     * several, remove them and put one.
     *
     * @param remove paths of duties that are none
     * @param duties one whose path is there takes its place, another is added
     * @param removeTargets paths of clauses whose targets are none
     */
    record CorrectionRequest(
            @Nullable @Size(max = 500) String reason,
            @Nullable @Size(max = 500) List<@NotBlank @Size(max = 50) String> remove,
            @Nullable @Size(max = 500) List<@NotNull @Valid DutyRequest> duties,
            @Nullable @Size(max = 500) List<@NotBlank @Size(max = 50) String> removeTargets,
            @Nullable @Size(max = 500) List<@NotNull @Valid TargetRequest> targets) {

        /** @throws Failure.Invalid for a place that is none */
        Correction.Wanted wanted() {
            List<Provision> put = new ArrayList<>();
            for (DutyRequest it : some(duties)) {
                put.add(it.provision(mark("/duties/" + put.size(), it.start(), it.end())));
            }
            List<Target> putTargets = new ArrayList<>();
            for (TargetRequest it : some(targets)) {
                putTargets.add(it.target(mark("/targets/" + putTargets.size(), it.start(), it.end())));
            }
            return new Correction.Wanted(reason, some(remove), put, some(removeTargets), putTargets);
        }
    }

    private static <T> List<T> some(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    /**
     * A duty as it should have been read.
     *
     * @param path the paper's own numbering
     * @param assignees phrases that name who leads, as in the paper, or codes of agencies
     * @param start first character in the text, from 0; with {@code end}, findings in between are settled
     */
    record DutyRequest(
            @NotBlank @Size(max = 50) @Pattern(regexp = PATH, message = "documents.rule-path")
            String path,

            @NotBlank @Size(max = 5_000) String text,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 500) String> assignees,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 500) String> cooperating,
            @Nullable @Valid LimitRequest limit,

            @Nullable @Size(max = 40) @Pattern(regexp = "[A-Z_]+", message = "documents.rule-duty-kind")
            String kind,

            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> reportTo,
            @Nullable @Size(max = 500) String product,
            @Nullable @Min(0) @Max(MOST_CHARACTERS) Integer start,
            @Nullable @Min(0) @Max(MOST_CHARACTERS) Integer end) {

        Provision provision(Mark mark) {
            return new Provision(
                    path,
                    text,
                    text,
                    some(assignees),
                    some(cooperating),
                    false,
                    limit == null ? TimeLimit.NONE : limit.limit(),
                    kind,
                    some(reportTo),
                    product,
                    mark);
        }
    }

    /** What a person says is sure; nowhere, if they do not say where. */
    private static Mark mark(String pointer, @Nullable Integer start, @Nullable Integer end) {
        if (start == null && end == null) {
            return new Mark(0, 0, 1);
        }
        if (start == null || end == null || end < start) {
            throw new Failure.Invalid(pointer + (start == null ? "/start" : "/end"), "documents.mark-without-end");
        }
        return new Mark(start, end, 1);
    }

    /**
     * When a duty is due.
     *
     * @param inclusive whether the day itself is still in time; it is, unless said otherwise
     * @param time of that day, such as 17:00
     * @param period one instance of what comes round, such as 2026-Q3
     */
    record LimitRequest(
            TimeLimit.@NotNull Kind kind,
            @Nullable @Size(max = 500) String phrase,
            @Nullable LocalDate date,
            @Nullable Boolean inclusive,

            @Nullable @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "documents.rule-hour")
            String time,

            @Nullable @Valid CountedRequest relative,

            @Nullable
            @Pattern(regexp = "DAILY|WEEKLY|MONTHLY|QUARTERLY|SEMIANNUAL|ANNUAL", message = "documents.rule-frequency")
            String frequency,

            @Nullable @Valid RecurrenceRequest recurrence,

            @Nullable @Pattern(regexp = PERIOD, message = "documents.rule-period")
            String period,

            @Nullable @Size(max = 500) String embeddedIn) {

        TimeLimit limit() {
            boolean in = inclusive == null || inclusive;
            return new TimeLimit(
                    kind,
                    phrase,
                    date,
                    in,
                    time,
                    false,
                    relative == null ? null : new RelativeLimit(relative.amount(), relative.unit(), relative.from()),
                    frequency,
                    recurrence == null ? null : recurrence.recurrence(String.valueOf(frequency), in),
                    period,
                    embeddedIn);
        }
    }

    /** A limit that is counted from something. */
    record CountedRequest(
            @Min(-3_660) @Max(3_660) int amount, RelativeLimit.@NotNull Unit unit, RelativeLimit.@NotNull From from) {}

    /**
     * The day on which a duty comes round.
     *
     * @param weekday 1 is Monday
     * @param weekOfMonth from 1; -1 is the last
     * @param days of the year, such as 06-10
     */
    record RecurrenceRequest(
            @Nullable @Min(1) @Max(31) Integer day,
            @Nullable @Min(1) @Max(12) Integer month,
            @Nullable @Min(1) @Max(6) Integer monthOfPeriod,
            @Nullable @Min(0) @Max(1) Integer periodOffset,
            @Nullable @Min(1) @Max(7) Integer weekday,
            @Nullable @Min(-1) @Max(4) Integer weekOfMonth,

            @Nullable @Size(max = 12)
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])",
                                    message = "documents.rule-day-of-year")
                            String>
                    days) {

        Recurrence recurrence(String frequency, boolean inclusive) {
            return new Recurrence(
                    frequency, day, month, monthOfPeriod, null, periodOffset, weekday, weekOfMonth, days, inclusive);
        }
    }

    /** A target as it should have been read. */
    record TargetRequest(
            @NotBlank @Size(max = 50) @Pattern(regexp = PATH, message = "documents.rule-path")
            String path,

            @NotBlank @Size(max = 500) String name,

            @Nullable @Pattern(regexp = ">=|>|<=|<|=|increase|decrease|range", message = "documents.rule-comparator")
            String comparator,

            @Nullable @Amount BigDecimal value,
            @Nullable @Amount BigDecimal valueMax,
            @Nullable @Size(max = 60) String unit,

            @Nullable @Pattern(regexp = "(19|20)\\d\\d", message = "documents.rule-year")
            String year,

            @Nullable @Size(max = 60) String baseline,
            @Nullable @Size(max = 2_000) String text,
            @Nullable @Min(0) @Max(MOST_CHARACTERS) Integer start,
            @Nullable @Min(0) @Max(MOST_CHARACTERS) Integer end) {

        Target target(Mark mark) {
            return new Target(
                    path,
                    name,
                    comparator,
                    value,
                    valueMax,
                    null,
                    unit,
                    year,
                    baseline,
                    null,
                    null,
                    null,
                    null,
                    Objects.requireNonNullElse(text, name),
                    mark);
        }
    }

    /** Corrects, adds, divides, joins and removes duties and targets of a draft. */
    @PostMapping("/corrections")
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> correct(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody CorrectionRequest request,
            @ConditionalOnVersion Command command) {
        return Answers.done(deskWork.correct(scope, id, request.wanted(), command));
    }

    /** What clerks put right, and what stood there before. */
    @GetMapping("/corrections")
    @RolesAllowed({CLERK, AUDITOR})
    List<Correction> corrections(AccessScope scope, @PathVariable String id) {
        return directives.get(scope, id).state().corrections();
    }

    /** What the paper says, as it stands now, in the shape in which readings are compared. */
    @GetMapping("/reading")
    @RolesAllowed({CLERK, AUDITOR})
    Map<String, @Nullable Object> reading(AccessScope scope, @PathVariable String id) {
        return ReadingJson.of(directives.get(scope, id).state().reading());
    }

    /** Throws away a draft that nobody was told of. */
    @DeleteMapping
    @RolesAllowed(CLERK)
    ResponseEntity<Void> discard(AccessScope scope, @PathVariable String id) {
        deskWork.discard(scope, id);
        return ResponseEntity.noContent().build();
    }
}
