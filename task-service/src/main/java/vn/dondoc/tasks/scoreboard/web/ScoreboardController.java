package vn.dondoc.tasks.scoreboard.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.tasks.scoreboard.Scoreboard;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/scoreboard")
class ScoreboardController {

    private static final Comparator<Scoreboard.Line> BY_AGENCY = Comparator.comparing(Scoreboard.Line::agency);
    private static final Map<String, Comparator<Scoreboard.Line>> ORDERS = Map.of(
            "agency", BY_AGENCY,
            "-agency", BY_AGENCY.reversed(),
            "-overdue",
                    Comparator.comparing(Scoreboard.Line::overdue).reversed().thenComparing(BY_AGENCY),
            "-running",
                    Comparator.comparing(Scoreboard.Line::running).reversed().thenComparing(BY_AGENCY));

    private final Scoreboard scoreboard;

    ScoreboardController(Scoreboard scoreboard) {
        this.scoreboard = scoreboard;
    }

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<Scoreboard.Line> get(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String agency,
            @SortedBy({"agency", "-agency", "-overdue", "-running"}) Page.Request page) {
        List<Scoreboard.Line> lines = scoreboard.lines(scope).stream()
                .filter(it -> agency == null || agency.equals(it.agency()))
                .sorted(ORDERS.get(page.window().sort()))
                .toList();
        return Page.of(Stretch.of(lines, page.window(), Scoreboard.Line::agency), page, it -> it);
    }
}
