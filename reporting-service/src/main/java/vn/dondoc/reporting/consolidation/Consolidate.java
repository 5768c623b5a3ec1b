package vn.dondoc.reporting.consolidation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.lineage.ReportsBehind;
import vn.dondoc.reporting.obligation.ReportingAgencies;
import vn.dondoc.reporting.obligation.ReportingAgency;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;

/** Puts together what the agencies under a body reported for a period. */
@Component
public class Consolidate {

    private final Forms forms;
    private final Indicators indicators;
    private final Figures figures;
    private final ReportsBehind reports;
    private final ReportingAgencies agencies;

    Consolidate(
            Forms forms, Indicators indicators, Figures figures, ReportsBehind reports, ReportingAgencies agencies) {
        this.forms = forms;
        this.indicators = indicators;
        this.figures = figures;
        this.reports = reports;
        this.agencies = agencies;
    }

    /**
     * Whose reports to put together.
     *
     * @param agency body whose figures are told
     */
    public record Question(String form, Period period, String agency, Basis basis) {}

    /**
     * The consolidated report as a Word document (DOCX).
     *
     * @throws Failure.NotFound if there is no such form
     * @throws Failure.Rejected if nobody under the agency owes such a report
     */
    public byte[] document(AccessScope scope, Question question, Frame frame) {
        return WriteConsolidated.of(consolidated(scope, question), frame);
    }

    private Consolidated consolidated(AccessScope scope, Question question) {
        ReportForm form = forms.find(scope, scope.province(), question.form())
                .orElseThrow(() -> new Failure.NotFound("reporting.no-form", question.form()))
                .state();
        List<Consolidated.Row> rows = rows(scope, question);
        if (rows.isEmpty()) {
            throw new Failure.Rejected(
                    "reporting.nobody-reports",
                    question.agency(),
                    question.period().code());
        }
        return new Consolidated(form, question.period(), results(scope, question), rows);
    }

    private List<Consolidated.Result> results(AccessScope scope, Question question) {
        Set<String> codes = indicators.ofProvince(scope, scope.province()).stream()
                .filter(it -> it.form().equals(question.form()))
                .map(Indicator::code)
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            return List.of();
        }
        String now = question.period().code();
        String before = question.period().before().code();
        List<Figure> known = figures.all(
                scope,
                new Figures.Filter(
                        codes,
                        question.agency(),
                        Set.of(now, before),
                        question.basis().name()));
        Map<String, BigDecimal> earlier = new HashMap<>();
        known.stream()
                .filter(it -> it.period().equals(before) && it.value() != null)
                .forEach(it -> earlier.put(it.indicator(), it.value()));
        return known.stream()
                .filter(it -> it.period().equals(now))
                .map(it -> new Consolidated.Result(it, earlier.get(it.indicator())))
                .toList();
    }

    private List<Consolidated.Row> rows(AccessScope scope, Question question) {
        Map<String, String> names = agencies.ofProvince(scope, scope.province()).stream()
                .collect(Collectors.toMap(ReportingAgency::code, ReportingAgency::name));
        return reports.owed(scope, question.form(), question.period().code()).stream()
                .map(Versioned::state)
                .filter(it -> it.ancestors().contains(question.agency()))
                .map(it -> row(it, names.getOrDefault(it.agency(), it.agency()), question.basis()))
                .sorted(Comparator.comparing(Consolidated.Row::name))
                .toList();
    }

    private static Consolidated.Row row(Report it, String name, Basis basis) {
        boolean counts = ReportsBehind.counts(it, basis.name());
        Content content = counts ? it.filings().getLast().content() : Content.NOTHING;
        return new Consolidated.Row(
                name, standing(it, counts), content.nil(), content.values(), content.texts(), content.explanations());
    }

    private static Consolidated.Standing standing(Report it, boolean counts) {
        if (it.status() == Report.Status.EXCUSED) {
            return Consolidated.Standing.EXCUSED;
        }
        return !counts
                ? Consolidated.Standing.MISSING
                : it.onTime() ? Consolidated.Standing.IN_TIME : Consolidated.Standing.LATE;
    }
}
