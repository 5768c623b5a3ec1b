package vn.dondoc.reporting.lineage.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.lineage.TraceFigure;
import vn.dondoc.reporting.lineage.TraceRevisions;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/indicators")
class LineageController {

    private final TraceFigure traceFigure;
    private final TraceRevisions traceRevisions;

    LineageController(TraceFigure traceFigure, TraceRevisions traceRevisions) {
        this.traceRevisions = traceRevisions;
        this.traceFigure = traceFigure;
    }

    /**
     * A value that the figure had.
     *
     * @param revision sequence of its event
     * @param at when what changed it happened
     * @param before the value that it restated; absent for the first, and where there was none
     * @param cause absent where it was not kept
     */
    record FigureRevisionView(
            long revision,
            String basis,
            Instant at,
            @Nullable BigDecimal value,
            @Nullable BigDecimal before,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            int reported,
            int expected,
            @Nullable Long definitionVersion,
            TraceRevisions.@Nullable Cause cause) {

        static FigureRevisionView of(TraceRevisions.Revision it) {
            Figure figure = it.figure();
            return new FigureRevisionView(
                    figure.revision(),
                    figure.basis(),
                    it.at(),
                    figure.value(),
                    it.before(),
                    figure.numerator(),
                    figure.denominator(),
                    figure.reported(),
                    figure.expected(),
                    figure.definitionVersion(),
                    it.cause());
        }
    }

    /**
     * Every value that a figure ever had: old, new, what changed it, and who.
     *
     * @param basis absent for both
     */
    @GetMapping("/{code}/revisions")
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN})
    Page<FigureRevisionView> revisions(
            AccessScope scope,
            @PathVariable String code,
            @RequestParam String agency,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable Basis basis,
            @SortedBy({"-revision", "revision"}) Page.Request page) {
        Period.parse("period", period);
        var figure = new Figures.Filter(Set.of(code), agency, Set.of(period), basis == null ? null : basis.name());
        return Page.of(traceRevisions.of(scope, figure, page.window()), page, FigureRevisionView::of);
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
