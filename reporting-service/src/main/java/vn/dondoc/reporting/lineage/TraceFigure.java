package vn.dondoc.reporting.lineage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.indicator.Term;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Reports;
import vn.dondoc.reporting.target.Target;
import vn.dondoc.reporting.target.Targets;

/** Traces a figure back: to the reports it adds up, to those still missing, and to the clauses that set its targets. */
@Component
public class TraceFigure {

    private static final int STRETCH = 1_000;

    private final Indicators indicators;
    private final Figures figures;
    private final Reports reports;
    private final Targets targets;

    TraceFigure(Indicators indicators, Figures figures, Reports reports, Targets targets) {
        this.indicators = indicators;
        this.figures = figures;
        this.reports = reports;
        this.targets = targets;
    }

    /** One report's part in a figure. */
    public record Contribution(
            String agency,
            String reportId,
            int revision,
            BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    /**
     * Where a figure comes from.
     *
     * @param adds whether the contributions add up to the figure's numerator and denominator
     * @param missing agencies that owe a report and have not filed, or left an element of the formula blank
     */
    public record Lineage(
            Figure figure,
            Indicator definition,
            List<Contribution> contributions,
            boolean adds,
            List<String> missing,
            List<Target> targets) {}

    public Lineage trace(AccessScope scope, String code, String agency, String period, String basis) {
        Indicator definition = indicators
                .find(scope, scope.province(), code)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-indicator", code))
                .state();
        Figure figure = figures.find(scope, scope.province(), Figures.Filter.of(code, agency, period, basis))
                .orElseThrow(() -> new Failure.NotFound("reporting.no-figure", code, agency, period, basis));
        List<Contribution> contributions = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Versioned<Report> it : owed(scope, definition.form(), period)) {
            Report report = it.state();
            if (report.ancestors().contains(agency) || report.agency().equals(agency)) {
                Contribution contribution = counts(report, basis) ? contribution(definition, it) : null;
                if (contribution == null) {
                    missing.add(report.agency());
                } else {
                    contributions.add(contribution);
                }
            }
        }
        List<Target> measured = targets.ofProvince(scope, definition.province()).stream()
                .map(Versioned::state)
                .filter(it -> code.equals(it.indicator()) && it.dropped() == null)
                .toList();
        return new Lineage(figure, definition, contributions, adds(figure, contributions), missing, measured);
    }

    private List<Versioned<Report>> owed(AccessScope scope, String form, String period) {
        List<Versioned<Report>> all = new ArrayList<>();
        @Nullable String after = "";
        while (after != null) {
            Stretch<Versioned<Report>> stretch =
                    reports.list(scope, Reports.Filter.of(form, period), new Window("due", after, STRETCH, false));
            all.addAll(stretch.items());
            after = stretch.next();
        }
        return all;
    }

    private static boolean counts(Report report, String basis) {
        return basis.equals("APPROVED")
                ? report.status() == Report.Status.APPROVED
                : report.status() == Report.Status.FILED || report.status() == Report.Status.APPROVED;
    }

    private static @Nullable Contribution contribution(Indicator definition, Versioned<Report> it) {
        BigDecimal numerator = sum(definition.numerator(), it.state().filed());
        BigDecimal denominator = sum(definition.denominator(), it.state().filed());
        boolean complete = numerator != null && (definition.denominator().isEmpty() || denominator != null);
        return complete && numerator != null
                ? new Contribution(it.state().agency(), it.id(), it.state().revision(), numerator, denominator)
                : null;
    }

    private static @Nullable BigDecimal sum(List<Term> terms, Map<String, BigDecimal> values) {
        BigDecimal sum = null;
        for (Term term : terms) {
            BigDecimal value = values.get(term.element());
            if (value == null) {
                return null;
            }
            BigDecimal signed = term.negative() ? value.negate() : value;
            sum = sum == null ? signed : sum.add(signed);
        }
        return sum;
    }

    private static boolean adds(Figure figure, List<Contribution> contributions) {
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        for (Contribution it : contributions) {
            numerator = numerator.add(it.numerator());
            denominator = it.denominator() == null ? denominator : denominator.add(it.denominator());
        }
        return same(numerator, figure.numerator()) && same(denominator, figure.denominator());
    }

    private static boolean same(BigDecimal sum, @Nullable BigDecimal figure) {
        return sum.compareTo(figure == null ? BigDecimal.ZERO : figure) == 0;
    }
}
