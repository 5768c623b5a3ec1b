package vn.dondoc.tasks.scoreboard.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.tasks.scoreboard.Evaluation;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/evaluations")
class EvaluationController {

    private static final Function<Evaluation.Line, String> BY_AGENCY =
            it -> it.standings().agency();

    /** Those of whom nothing is known yet come last, whichever way. */
    private static final Map<String, Function<Evaluation.Line, String>> ORDERS = Map.of(
            "agency",
            BY_AGENCY,
            "-agency",
            BY_AGENCY,
            "-onTimePercent",
            it -> padded(it.standings().onTimePercent()),
            "-daysLate",
            it -> "%010d".formatted(it.daysLate()));

    private final Evaluation evaluation;

    EvaluationController(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    private static String padded(@Nullable BigDecimal percent) {
        return percent == null ? "" : "%06.1f".formatted(percent);
    }

    /**
     * One agency's line. Its numbers open to their tasks: {@code /api/v1/tasks?agency=…&standing=…&due-from=…&due-before=…},
     * or {@code extended=true} and {@code returned=true}.
     *
     * @param assigned all that were due and still count: not withdrawn, superseded or handed over
     * @param late done late, and overdue
     * @param onTimePercent of those that are done or overdue, with one decimal; absent if there is none
     * @param onTimePercentBefore the same in the time before, as long
     * @param trend points by which it rose
     * @param extended whose last day was put off at the agency's request; the later day counts
     * @param returned sent back at least once
     * @param withdrawn need not be done any more, and do not count
     * @param daysLate working days over all late tasks, while they were with the agency
     * @param averageDaysLate working days, with one decimal; absent if nothing was late
     */
    record EvaluationView(
            String agency,
            Map<Task.Standing, Integer> counts,
            int assigned,
            int done,
            int running,
            int overdue,
            int late,
            @Nullable BigDecimal onTimePercent,
            @Nullable BigDecimal onTimePercentBefore,
            @Nullable BigDecimal trend,
            int extended,
            int returned,
            int withdrawn,
            int daysLate,
            @Nullable BigDecimal averageDaysLate) {

        static EvaluationView of(Evaluation.Line it) {
            var standings = it.standings();
            return new EvaluationView(
                    standings.agency(),
                    standings.counts(),
                    standings.assigned(),
                    standings.done(),
                    standings.running(),
                    standings.overdue(),
                    standings.late(),
                    standings.onTimePercent(),
                    it.before(),
                    it.trend(),
                    it.extended(),
                    it.returned(),
                    standings.of(Task.Standing.WITHDRAWN),
                    it.daysLate(),
                    it.averageDaysLate());
        }
    }

    /**
     * @param from first month, as {@code 2026-01}; absent for the year of {@code to}, or this year
     * @param to last month; absent for {@code from} alone, or the whole of this year
     * @param under only this agency and those that belong to it
     */
    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<EvaluationView> get(
            AccessScope scope,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String under,
            @SortedBy({"agency", "-agency", "-onTimePercent", "-daysLate"}) Page.Request page) {
        return Page.of(
                Stretch.of(
                        evaluation.lines(scope, from, to, under),
                        page.window(),
                        Objects.requireNonNull(ORDERS.get(page.window().sort())),
                        BY_AGENCY),
                page,
                EvaluationView::of);
    }
}
