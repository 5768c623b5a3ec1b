package vn.dondoc.tasks.scoreboard.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.tasks.scoreboard.Scoreboard;

@RestController
@RequestMapping("/api/v1/scoreboard")
class ScoreboardController {

    private final Scoreboard scoreboard;

    ScoreboardController(Scoreboard scoreboard) {
        this.scoreboard = scoreboard;
    }

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    List<Scoreboard.Line> get(AccessScope scope) {
        return scoreboard.lines(scope);
    }
}
