package vn.dondoc.reporting.lineage.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.lineage.TraceFigure;
import vn.dondoc.reporting.report.Period;

@RestController
@RequestMapping("/api/v1/indicators")
class LineageController {

    private final TraceFigure traceFigure;

    LineageController(TraceFigure traceFigure) {
        this.traceFigure = traceFigure;
    }

    @GetMapping("/{code}/lineage")
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN})
    LineageView lineage(
            AccessScope scope,
            @PathVariable String code,
            @RequestParam String agency,
            @RequestParam String period,
            @RequestParam(defaultValue = "FILED") Basis basis) {
        Period.parse("period", period);
        return LineageView.of(traceFigure.trace(scope, code, agency, period, basis.name()));
    }
}
