package vn.dondoc.reporting.lineage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.indicator.Fraction;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.indicator.Measure;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.target.Target;
import vn.dondoc.reporting.target.Targets;

/** Traces a figure back: to the reports it adds up, to those still missing, and to the clauses that set its targets. */
@Component
public class TraceFigure {

    private final Indicators indicators;
    private final Figures figures;
    private final ReportsBehind behind;
    private final Targets targets;

    TraceFigure(Indicators indicators, Figures figures, ReportsBehind behind, Targets targets) {
        this.indicators = indicators;
        this.figures = figures;
        this.behind = behind;
        this.targets = targets;
    }

    /** One report's part in a figure. */
    public record Contribution(
            String agency,
            String period,
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
        for (Versioned<Report> it : behind.of(scope, definition, period, basis)) {
            Report report = it.state();
            if (report.ancestors().contains(agency) || report.agency().equals(agency)) {
                Contribution contribution = ReportsBehind.counts(report, basis) ? contribution(definition, it) : null;
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
        return new Lineage(
                figure, definition, contributions, adds(definition, figure, contributions), missing, measured);
    }

    private static @Nullable Contribution contribution(Indicator definition, Versioned<Report> it) {
        return definition
                .measure()
                .part(new Measure.Counted(it.state().filed(), it.state().onTime()))
                .map(part -> new Contribution(
                        it.state().agency(),
                        it.state().period(),
                        it.id(),
                        it.state().revision(),
                        part.numerator(),
                        definition.measure() instanceof Measure.Ratio ? part.denominator() : null))
                .orElse(null);
    }

    private static boolean adds(Indicator definition, Figure figure, List<Contribution> contributions) {
        Measure.Total total = definition
                .measure()
                .total(contributions.stream()
                        .map(it -> new Measure.Part(
                                it.numerator(), Objects.requireNonNullElse(it.denominator(), BigDecimal.ZERO)))
                        .toList());
        Optional<Fraction> sum = definition.measure().fraction(total, figure.expected());
        return same(sum.map(Fraction::numerator).orElse(null), figure.numerator())
                && same(sum.map(Fraction::denominator).orElse(null), figure.denominator());
    }

    private static boolean same(@Nullable BigDecimal sum, @Nullable BigDecimal figure) {
        return sum == null || figure == null ? sum == figure : sum.compareTo(figure) == 0;
    }
}
