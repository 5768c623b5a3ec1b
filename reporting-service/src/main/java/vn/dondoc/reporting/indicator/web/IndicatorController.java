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
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
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
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.indicator.Moment;
import vn.dondoc.reporting.indicator.Term;
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
    private final Forms forms;

    IndicatorController(Indicators indicators, Figures figures, Forms forms) {
        this.indicators = indicators;
        this.figures = figures;
        this.forms = forms;
    }

    /** @param numerator a sum such as {@code A + B - C} of the form's data elements */
    record IndicatorRequest(
            @NotBlank @Size(max = 500) String name,
            @NotBlank String form,
            @NotBlank @Size(max = 2_000) String numerator,
            @Nullable @Size(max = 2_000) String denominator,

            @Nullable
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("999999.999999")
            @Digits(integer = 6, fraction = 6)
            BigDecimal factor,

            @NotBlank @Size(max = 50) String unit,
            @NotNull @Min(0) @Max(6) Integer decimals,
            Indicator.@Nullable Direction direction,
            @Nullable @Size(max = 20) String baseline,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 1_000) String> synonyms) {}

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
            @Valid @RequestBody IndicatorRequest request,
            Command command) {
        if (Indicator.isReserved(code)) {
            throw new Failure.Invalid("code", "reporting.reserved-code", code.substring(0, code.indexOf('.') + 1));
        }
        ReportForm form = forms.find(scope, scope.province(), request.form())
                .orElseThrow(() -> new Failure.Invalid("/form", "reporting.no-form-here", request.form()))
                .state();
        var indicator = new Indicator(
                code,
                scope.province(),
                request.name(),
                request.form(),
                terms("/numerator", request.numerator(), form),
                request.denominator() == null ? List.of() : terms("/denominator", request.denominator(), form),
                Objects.requireNonNullElse(request.factor(), BigDecimal.ONE),
                request.unit(),
                request.decimals(),
                Objects.requireNonNullElse(request.direction(), Indicator.Direction.LEVEL),
                request.baseline(),
                Objects.requireNonNullElse(request.synonyms(), List.of()));
        return Answers.done(indicators.define(scope, indicator, command));
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

    private static List<Term> terms(String pointer, String expression, ReportForm form) {
        List<Term> terms = Term.sum(pointer, expression);
        for (Term term : terms) {
            if (!form.has(term.element())) {
                throw new Failure.Invalid(pointer, "reporting.no-element", form.code(), term.element());
            }
        }
        return terms;
    }
}
