package vn.dondoc.reporting.boundaries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<Target> measurable = targets.ofProvince(SELF, scope.province()).stream()
                .map(Versioned::state)
                .filter(it -> it.dropped() == null && it.isMeasurable())
                .toList();
        var question = new Question(scope, known, basis, measurable);
        Map<Period, Origins> origins = new LinkedHashMap<>();
        for (String code : periods) {
            Period period = Period.parse("period", code);
            origins.put(period, Origins.of(SELF, agency, period.windowStart(), agencies, successions));
        }
        List<Composed> composed = new ArrayList<>();
        for (String code : codes) {
            Definition definition = definition(scope, scope.province(), code)
                    .orElseThrow(() -> new Failure.NotFound("reporting.no-indicator", code));
            origins.forEach((period, from) ->
                    compose(question, definition, period, from).ifPresent(composed::add));
        }
        return composed;
    }

    /**
     * What is the same for all figures that are asked for at once.
     *
     * @param agency whose figures
     * @param targets of its province that hold
     */
    private record Question(AccessScope scope, ReportingAgency agency, Basis basis, List<Target> targets) {}

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

    private Optional<Composed> compose(Question question, Definition today, Period period, Origins origins) {
        List<Part> parts = new ArrayList<>();
        List<Missing> leftOut = new ArrayList<>();
        for (String origin : origins.whole()) {
            Optional<Definition> then = then(today, origin);
            Optional<Part> part = then.flatMap(it -> part(question, it, origin, period));
            part.ifPresent(parts::add);
            if (part.isEmpty()) {
                leftOut.add(new Missing(origin, then.isPresent() ? LeftOut.NO_FIGURE : LeftOut.OTHER_DEFINITION));
            }
        }
        origins.divided().forEach(it -> leftOut.add(new Missing(it, LeftOut.DIVIDED)));
        return parts.isEmpty() && leftOut.stream().allMatch(it -> it.why() == LeftOut.NO_FIGURE)
                ? Optional.empty()
                : Optional.of(new Composed(figure(question, today, period, parts), parts, leftOut));
    }

    /** How the province of the time computes it; nothing if that cannot be put together with what is computed today. */
    private Optional<Definition> then(Definition today, String origin) {
        String province =
                agencies.find(SELF, origin).map(ReportingAgency::province).orElse(today.province());
        return definition(SELF, province, today.code()).filter(it -> it.isLike(today));
    }

    private Optional<Part> part(Question question, Definition then, String origin, Period period) {
        String province = then.province();
        var filter = Figures.Filter.of(
                then.code(), origin, period.code(), question.basis().name());
        Optional<Part> published = figures.find(SELF, province, filter)
                .map(it -> new Part(
                        origin, province, it.value(), it.numerator(), it.denominator(), it.reported(), it.expected()));
        // What an agency reported itself is seen by those who see its reports.
        AccessScope scope = question.scope();
        return published.or(() -> scope.sees(scope.province(), question.agency().code())
                ? own(then, origin, period, question.basis())
                : Optional.empty());
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

    private Figure figure(Question question, Definition definition, Period period, List<Part> parts) {
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
                question.agency().code(),
                period.code(),
                question.basis().name(),
                BOUNDARIES,
                value,
                whole.map(Fraction::numerator).orElse(null),
                whole.map(Fraction::denominator).orElse(null),
                definition.unit(),
                parts.stream().mapToInt(Part::reported).sum(),
                parts.stream().mapToInt(Part::expected).sum(),
                value == null ? List.of() : attainments(question.targets(), definition, whole.get(), value),
                null,
                0,
                null);
    }

    private static List<Figure.Attainment> attainments(
            List<Target> targets, Definition definition, Fraction fraction, BigDecimal value) {
        return targets.stream()
                .filter(it -> definition.code().equals(it.indicator()))
                .map((Target it) -> it.heldAgainst(fraction, value))
                .toList();
    }
}
