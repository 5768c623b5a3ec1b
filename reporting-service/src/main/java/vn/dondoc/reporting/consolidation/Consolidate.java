package vn.dondoc.reporting.consolidation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.comparison.CompareFigures;
import vn.dondoc.reporting.comparison.Compared;
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
import vn.dondoc.reporting.report.Content;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;

/** Puts together what the agencies under a body reported for a period. */
@Component
public class Consolidate {

    private final Forms forms;
    private final Indicators indicators;
    private final Figures figures;
    private final CompareFigures compare;
    private final ReportsBehind reports;
    private final ReportingAgencies agencies;

    Consolidate(
            Forms forms,
            Indicators indicators,
            Figures figures,
            CompareFigures compare,
            ReportsBehind reports,
            ReportingAgencies agencies) {
        this.forms = forms;
        this.indicators = indicators;
        this.figures = figures;
        this.compare = compare;
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
        Set<String> codes = indicators.ofProvince(scope, scope.province()).stream()
                .filter(it -> it.form().equals(form.code()))
                .map(Indicator::code)
                .collect(Collectors.toCollection(TreeSet::new));
        var asked = new CompareFigures.Question(question.period(), question.basis(), question.agency(), null);
        List<Compared> results = compare.of(scope, codes, asked);
        Map<String, Figure> held = codes.isEmpty()
                ? Map.of()
                : figures
                        .all(
                                scope,
                                new Figures.Filter(
                                        codes,
                                        question.agency(),
                                        Set.of(question.period().code()),
                                        question.basis().name()))
                        .stream()
                        .collect(Collectors.toMap(Figure::indicator, Function.identity()));
        List<Consolidated.Row> rows = rows(scope, question);
        if (rows.isEmpty()) {
            throw new Failure.Rejected(
                    "reporting.nobody-reports",
                    question.agency(),
                    question.period().code());
        }
        return new Consolidated(form, question.period(), question.agency(), results, held, rows);
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
                it.agency(),
                name,
                standing(it, counts),
                content.nil(),
                it.dueOn(),
                counts ? it.filedOn() : null,
                content.values(),
                content.explanations());
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
