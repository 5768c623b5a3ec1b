package vn.dondoc.reporting.boundaries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.access.Role;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.indicator.Fraction;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.indicator.Measure;
import vn.dondoc.reporting.indicator.WrittenMeasure;
import vn.dondoc.reporting.lineage.ReportsBehind;
import vn.dondoc.reporting.obligation.ReportingAgencies;
import vn.dondoc.reporting.obligation.ReportingAgency;
import vn.dondoc.reporting.obligation.Successions;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.target.Target;
import vn.dondoc.reporting.target.Targets;

/**
 * Tells figures of the past by the boundaries of today: what an agency is made of today is put together from the figures of
 * the time. Computed when asked, of sums that are kept: a merger that is registered late changes the answer at once, and no
 * figure that was published.
 *
 * <p>A unit of which several became part cannot be divided: it is left out, and named. So is one whose province does not have
 * the indicator, or has it with another measure or unit.
 *
 * <p>The past of another province's agency is seen by the province that it became part of, and by no other: that it did is the
 * word of the province that it belonged to, which alone can end it.
 */
@Component
public class ComposeFigures {

    private static final AccessScope SELF = AccessScope.ofService("compose-figures");

    private static final String BOUNDARIES = "TODAY";
    private static final int DECIMALS_OF_SHARES = 2;

    private final Figures figures;
    private final Indicators indicators;
    private final Targets targets;
    private final ReportsBehind behind;
    private final ReportingAgencies agencies;
    private final Successions successions;

    ComposeFigures(
            Figures figures,
            Indicators indicators,
            Targets targets,
            ReportsBehind behind,
            ReportingAgencies agencies,
            Successions successions) {
        this.figures = figures;
        this.indicators = indicators;
        this.targets = targets;
        this.behind = behind;
        this.agencies = agencies;
        this.successions = successions;
    }

    /** Why a unit of the time is not in a figure. */
    public enum LeftOut {
        /** Nobody owed a report for it. */
        NO_FIGURE,
        /** Its province has no such indicator, or another of that code. */
        OTHER_DEFINITION,
        /** Others took over of it as well. */
        DIVIDED
    }

    /** A figure of the time that is part of one of today. */
    public record Part(
            String agency,
            String province,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            int reported,
            int expected) {}

    /** A unit of the time that is not. */
    public record Missing(String agency, LeftOut why) {}

    /** A figure by the boundaries of today. */
    public record Composed(Figure figure, List<Part> parts, List<Missing> leftOut) {}

    /**
     * Of an agency of the caller's province, by indicator and period.
     *
     * @throws Failure.NotFound if there is no such agency or indicator
     */
    public List<Composed> of(AccessScope scope, Set<String> codes, Set<String> periods, String agency, Basis basis) {
        ReportingAgency known = agencies.find(scope, agency)
                .filter(it -> it.province().equals(scope.province()))
                .orElseThrow(() -> new Failure.NotFound("reporting.no-agency", agency));
        List<Composed> composed = new ArrayList<>();
        for (String code : codes) {
            Definition definition = definition(scope, scope.province(), code)
                    .orElseThrow(() -> new Failure.NotFound("reporting.no-indicator", code));
            for (String period : periods) {
                compose(scope, definition, known, Period.parse("period", period), basis)
                        .ifPresent(composed::add);
            }
        }
        return composed;
    }

    /**
     * How an indicator is computed in a province.
     *
     * @param indicator {@code null} for what every form has
     */
    private record Definition(
            String code,
            String name,
            String province,
            Measure measure,
            String unit,
            int decimals,
            @Nullable Indicator indicator) {

        /** Whether figures of both can be put together. */
        boolean isLike(Definition other) {
            return unit.equals(other.unit()) && kind().equals(other.kind());
        }

        private List<Object> kind() {
            if (indicator == null) {
                return List.of(measure.getClass());
            }
            WrittenMeasure written = WrittenMeasure.of(measure);
            return List.of(
                    written.kind(),
                    Objects.requireNonNullElse(written.factor(), BigDecimal.ONE).stripTrailingZeros());
        }
    }

    private Optional<Definition> definition(AccessScope scope, String province, String code) {
        if (Indicator.isReserved(code)) {
            Measure measure =
                    code.startsWith(Indicator.COMPLETENESS) ? new Measure.Completeness() : new Measure.Timeliness();
            return Optional.of(new Definition(code, code, province, measure, "%", DECIMALS_OF_SHARES, null));
        }
        return indicators
                .find(scope, province, code)
                .map(Versioned::state)
                .map(it -> new Definition(code, it.name(), province, it.measure(), it.unit(), it.decimals(), it));
    }

    private Optional<Composed> compose(
            AccessScope scope, Definition definition, ReportingAgency agency, Period period, Basis basis) {
        Origins origins = Origins.of(SELF, agency.code(), period.windowStart(), agencies, successions);
        List<Part> parts = new ArrayList<>();
        List<Missing> leftOut = new ArrayList<>();
        for (String origin : origins.whole()) {
            part(scope, definition, agency, origin, period, basis)
                    .ifPresentOrElse(
                            it -> {
                                if (it.part() != null) {
                                    parts.add(it.part());
                                } else {
                                    leftOut.add(new Missing(origin, LeftOut.OTHER_DEFINITION));
                                }
                            },
                            () -> leftOut.add(new Missing(origin, LeftOut.NO_FIGURE)));
        }
        origins.divided().forEach(it -> leftOut.add(new Missing(it, LeftOut.DIVIDED)));
        return parts.isEmpty() && leftOut.stream().allMatch(it -> it.why() == LeftOut.NO_FIGURE)
                ? Optional.empty()
                : Optional.of(new Composed(figure(definition, agency.code(), period, basis, parts), parts, leftOut));
    }

    /** @param part {@code null} where the province of the time has another definition */
    private record Looked(@Nullable Part part) {}

    private Optional<Looked> part(
            AccessScope scope, Definition today, ReportingAgency agency, String origin, Period period, Basis basis) {
        String province =
                agencies.find(SELF, origin).map(ReportingAgency::province).orElse(today.province());
        Definition then = definition(SELF, province, today.code()).orElse(null);
        if (then == null || !then.isLike(today)) {
            return Optional.of(new Looked(null));
        }
        var filter = Figures.Filter.of(today.code(), origin, period.code(), basis.name());
        Optional<Part> published = figures.find(SELF, province, filter)
                .map(it -> new Part(
                        origin, province, it.value(), it.numerator(), it.denominator(), it.reported(), it.expected()));
        // What an agency reported itself is seen by those who see its reports.
        return published
                .or(() -> scope.sees(scope.province(), agency.code())
                        ? own(then, origin, period, basis)
                        : Optional.empty())
                .map(Looked::new);
    }

    /** What an agency reported itself; those that only report have no figures. */
    private Optional<Part> own(Definition definition, String agency, Period period, Basis basis) {
        Indicator indicator = definition.indicator();
        if (indicator == null) {
            return Optional.empty();
        }
        AccessScope ofProvince = AccessScope.of(SELF.actor(), definition.province(), null, Set.of(Role.AUDITOR));
        List<Report> reports = behind.of(ofProvince, indicator, agency, period.code(), basis.name()).stream()
                .map(Versioned::state)
                .filter(it -> it.status() != Report.Status.EXCUSED)
                .toList();
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        List<Measure.Part> parts = reports.stream()
                .filter(it -> ReportsBehind.counts(it, basis.name()))
                .flatMap(it -> indicator.measure().part(new Measure.Counted(it.filed(), it.onTime())).stream())
                .toList();
        Optional<Fraction> fraction =
                indicator.measure().fraction(indicator.measure().total(parts), reports.size());
        return Optional.of(new Part(
                agency,
                definition.province(),
                fraction.map(it -> it.rounded(definition.decimals())).orElse(null),
                fraction.map(Fraction::numerator).orElse(null),
                fraction.map(Fraction::denominator).orElse(null),
                parts.size(),
                reports.size()));
    }

    private Figure figure(Definition definition, String agency, Period period, Basis basis, List<Part> parts) {
        List<Fraction> some = parts.stream()
                .filter(it -> it.numerator() != null)
                .map(it -> new Fraction(Objects.requireNonNull(it.numerator()), it.denominator(), BigDecimal.ONE))
                .toList();
        Optional<Fraction> whole = definition.measure().together(some);
        BigDecimal value = whole.map(it -> it.rounded(definition.decimals())).orElse(null);
        return new Figure(
                definition.code(),
                definition.name(),
                definition.province(),
                agency,
                period.code(),
                basis.name(),
                BOUNDARIES,
                value,
                whole.map(Fraction::numerator).orElse(null),
                whole.map(Fraction::denominator).orElse(null),
                definition.unit(),
                parts.stream().mapToInt(Part::reported).sum(),
                parts.stream().mapToInt(Part::expected).sum(),
                value == null ? List.of() : attainments(definition, whole.get(), value),
                null,
                0,
                null);
    }

    private List<Figure.Attainment> attainments(Definition definition, Fraction fraction, BigDecimal value) {
        return targets.ofProvince(SELF, definition.province()).stream()
                .map(Versioned::state)
                .filter(it -> definition.code().equals(it.indicator()) && it.dropped() == null && it.isMeasurable())
                .map((Target it) -> it.heldAgainst(fraction, value))
                .toList();
    }
}
