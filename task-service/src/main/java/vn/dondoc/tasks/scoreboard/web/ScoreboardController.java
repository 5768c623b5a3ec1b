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
import java.util.List;
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
import vn.dondoc.tasks.scoreboard.Scoreboard;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/scoreboard")
class ScoreboardController {

    private static final Map<String, Function<Scoreboard.Line, String>> ORDERS = Map.of(
            "agency",
            Scoreboard.Line::agency,
            "-agency",
            Scoreboard.Line::agency,
            "-overdue",
            it -> "%010d".formatted(it.overdue()),
            "-running",
            it -> "%010d".formatted(it.running()));

    private final Scoreboard scoreboard;

    ScoreboardController(Scoreboard scoreboard) {
        this.scoreboard = scoreboard;
    }

    /**
     * One agency's line. Each number opens to its tasks: {@code /api/v1/tasks?agency=…&standing=…}.
     *
     * @param assigned all that were given and still count: not withdrawn, superseded or handed over
     * @param late done late, and overdue
     * @param onTimePercent of those that are done or overdue, with one decimal; absent if there is none
     */
    record LineView(
            String agency,
            Map<Task.Standing, Integer> counts,
            int assigned,
            int done,
            int running,
            int overdue,
            int late,
            @Nullable BigDecimal onTimePercent) {

        static LineView of(Scoreboard.Line it) {
            return new LineView(
                    it.agency(),
                    it.counts(),
                    it.assigned(),
                    it.done(),
                    it.running(),
                    it.overdue(),
                    it.late(),
                    it.onTimePercent());
        }
    }

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<LineView> get(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String agency,
            @SortedBy({"agency", "-agency", "-overdue", "-running"}) Page.Request page) {
        List<Scoreboard.Line> lines = scoreboard.lines(scope).stream()
                .filter(it -> agency == null || agency.equals(it.agency()))
                .toList();
        return Page.of(
                Stretch.of(
                        lines,
                        page.window(),
                        Objects.requireNonNull(ORDERS.get(page.window().sort())),
                        Scoreboard.Line::agency),
                page,
                LineView::of);
    }
}
