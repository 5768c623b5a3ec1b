package vn.dondoc.reporting.indicator.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.indicator.DefineIndicators;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.indicator.Moment;
import vn.dondoc.reporting.indicator.WrittenIndicator;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Code;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/indicators")
class IndicatorController {

    private final Indicators indicators;
    private final Figures figures;
    private final DefineIndicators define;

    IndicatorController(Indicators indicators, Figures figures, DefineIndicators define) {
        this.indicators = indicators;
        this.figures = figures;
        this.define = define;
    }

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<IndicatorView> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable String form,
            @SortedBy({"code", "-code"}) Page.Request page) {
        return Page.of(indicators.list(scope, form, q, page.window()), page, it -> IndicatorView.of(it.state()));
    }

    @GetMapping("/{code}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<IndicatorView> get(AccessScope scope, @PathVariable String code) {
        var found = indicators
                .find(scope, scope.province(), code)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-indicator", code));
        return Answers.versioned(found, IndicatorView.of(found.state()));
    }

    @PutMapping("/{code}")
    @RolesAllowed({LEAD, ADMIN})
    ResponseEntity<Receipt> put(
            AccessScope scope,
            @PathVariable @Code String code,
            @Valid @RequestBody WrittenIndicator request,
            Command command) {
        return Answers.done(define.define(scope, request.read(scope.province(), code), command));
    }

    @GetMapping("/{code}/values")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<FigureView> values(
            AccessScope scope,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable Basis basis,
            @RequestParam(required = false) @Nullable String knownAt,
            @SortedBy("indicator") Page.Request page) {
        return values(scope, Set.of(code), period == null ? Set.of() : Set.of(period), agency, basis, knownAt, page);
    }

    /**
     * Many indicators over many periods in one answer, ordered by both.
     *
     * @param knownAt a moment, or a day up to its end: the figures of one agency as they were known then
     */
    @GetMapping("/values")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<FigureView> table(
            AccessScope scope,
            @RequestParam @Size(min = 1, max = Figures.Filter.MOST_INDICATORS) Set<@NotBlank String> indicator,
            @RequestParam @Size(min = 1, max = Figures.Filter.MOST_PERIODS) Set<@NotBlank String> period,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable Basis basis,
            @RequestParam(required = false) @Nullable String knownAt,
            @SortedBy("indicator") Page.Request page) {
        return values(scope, indicator, period, agency, basis, knownAt, page);
    }

    private Page<FigureView> values(
            AccessScope scope,
            Set<String> indicator,
            Set<String> periods,
            @Nullable String agency,
            @Nullable Basis basis,
            @Nullable String knownAt,
            Page.Request page) {
        periods.forEach(it -> Period.parse("period", it));
        var filter = new Figures.Filter(indicator, agency, periods, basis == null ? null : basis.name());
        if (knownAt != null) {
            List<Figure> known = figures.knownAt(scope, filter, Moment.parse(knownAt));
            return Page.of(
                    Stretch.of(known, page.window(), it -> it.indicator() + "/" + it.period(), Figure::basis),
                    page,
                    FigureView::of);
        }
        return Page.of(figures.list(scope, filter, page.window()), page, FigureView::of);
    }
}
