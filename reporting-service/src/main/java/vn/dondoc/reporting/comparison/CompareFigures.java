package vn.dondoc.reporting.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.indicator.Measure;
import vn.dondoc.reporting.lineage.ReportsBehind;
import vn.dondoc.reporting.obligation.ReportingAgencies;
import vn.dondoc.reporting.obligation.ReportingAgency;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;

/**
 * Sets figures beside those of the period before and of agencies of the same kind. Ranks are computed when they are asked
 * for: one filing can change the rank of everybody.
 */
@Component
public class CompareFigures {

    private final Indicators indicators;
    private final Figures figures;
    private final ReportsBehind behind;
    private final ReportingAgencies agencies;

    CompareFigures(Indicators indicators, Figures figures, ReportsBehind behind, ReportingAgencies agencies) {
        this.indicators = indicators;
        this.figures = figures;
        this.behind = behind;
        this.agencies = agencies;
    }

    /**
     * What to compare.
     *
     * @param agency whose figures; {@code null} for all
     * @param kind of agency; {@code null} for all
     */
    public record Question(
            Period period,
            Basis basis,
            @Nullable String agency,
            @Nullable String kind) {}

    /**
     * Some indicators, in the order in which they are named; of each the best first.
     *
     * @throws Failure.NotFound if there is no such indicator
     */
    public List<Compared> of(AccessScope scope, Set<String> codes, Question question) {
        List<Indicator> asked = codes.stream()
                .map(code -> indicators
                        .find(scope, scope.province(), code)
                        .orElseThrow(() -> new Failure.NotFound("reporting.no-indicator", code))
                        .state())
                .toList();
        return compare(scope, asked, question);
    }

    /** The parts of an indicator: where most points were lost first. */
    public List<Compared> partsOf(AccessScope scope, String whole, Question question) {
        List<Indicator> parts = indicators.ofProvince(scope, scope.province()).stream()
                .filter(it -> whole.equals(it.partOf()))
                .toList();
        return parts.isEmpty()
                ? List.of()
                : compare(scope, parts, question).stream()
                        .sorted(Compared.BY_LOSS)
                        .toList();
    }

    private List<Compared> compare(AccessScope scope, List<Indicator> asked, Question question) {
        Map<String, String> kinds = agencies.ofProvince(scope, scope.province()).stream()
                .collect(Collectors.toMap(ReportingAgency::code, ReportingAgency::kind));
        // Several indicators are mostly over the same reports.
        Map<String, List<Versioned<Report>>> read = new HashMap<>();
        List<Compared> compared = new ArrayList<>();
        for (Indicator indicator : asked) {
            Map<String, Standing> now = standings(scope, indicator, question.period(), question.basis(), read);
            Map<String, Standing> earlier =
                    standings(scope, indicator, question.period().before(), question.basis(), read);
            Map<String, Peers> peers = peers(indicator, now.values(), kinds);
            now.values().stream()
                    .filter(it -> it.published() || scope.sees(scope.province(), it.agency()))
                    .filter(it -> question.agency() == null || question.agency().equals(it.agency()))
                    .filter(it -> question.kind() == null || question.kind().equals(kinds.get(it.agency())))
                    .map(it -> Compared.of(
                            indicator,
                            it,
                            value(earlier.get(it.agency())),
                            Objects.requireNonNull(peers.get(kinds.getOrDefault(it.agency(), "")))))
                    .sorted(Compared.BY_RANK)
                    .forEach(compared::add);
        }
        return compared;
    }

    private static @Nullable BigDecimal value(@Nullable Standing standing) {
        return standing == null ? null : standing.value();
    }

    /** By agency: the figures of those who have any, and what the others reported themselves. */
    private Map<String, Standing> standings(
            AccessScope scope,
            Indicator indicator,
            Period period,
            Basis basis,
            Map<String, List<Versioned<Report>>> read) {
        AccessScope all = scope.provinceWide("compare-figures");
        Map<String, Standing> standings = new LinkedHashMap<>();
        read
                .computeIfAbsent(
                        String.join("/", indicator.form(), indicator.overTime().name(), period.code()),
                        any -> behind.of(all, indicator, period.code(), basis.name()))
                .stream()
                .map(Versioned::state)
                .filter(it -> it.status() != Report.Status.EXCUSED)
                .collect(Collectors.groupingBy(Report::agency))
                .forEach((agency, own) -> standings.put(agency, own(indicator, agency, own, basis)));
        var filter = new Figures.Filter(Set.of(indicator.code()), null, Set.of(period.code()), basis.name());
        figures.all(scope, filter).forEach(it -> {
            Standing own = standings.get(it.agency());
            if (!isOnesOwn(indicator) || own == null || own.value() == null) {
                standings.put(it.agency(), Standing.of(it));
            }
        });
        return standings;
    }

    /** What an agency reported itself. */
    private static Standing own(Indicator indicator, String agency, List<Report> reports, Basis basis) {
        List<Measure.Part> parts = reports.stream()
                .filter(it -> ReportsBehind.counts(it, basis.name()))
                .flatMap(it -> indicator.measure().part(new Measure.Counted(it.filed(), it.onTime())).stream())
                .toList();
        BigDecimal value = indicator
                .measure()
                .fraction(indicator.measure().total(parts), reports.size())
                .map(it -> it.rounded(indicator.decimals()))
                .orElse(null);
        return new Standing(agency, value, parts.size(), reports.size(), false, null);
    }

    /** Points and places are those that one was given, whatever those below were given. */
    private static boolean isOnesOwn(Indicator indicator) {
        return indicator.measure() instanceof Measure.Score || indicator.measure() instanceof Measure.Rank;
    }

    /** By kind of agency. */
    private static Map<String, Peers> peers(
            Indicator indicator, Collection<Standing> standings, Map<String, String> kinds) {
        return standings.stream()
                .collect(Collectors.groupingBy(
                        it -> kinds.getOrDefault(it.agency(), ""),
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                some -> new Peers(
                                        some.stream()
                                                .map(Standing::value)
                                                .filter(Objects::nonNull)
                                                .toList(),
                                        indicator.better() == Indicator.Better.LOWER))));
    }
}
