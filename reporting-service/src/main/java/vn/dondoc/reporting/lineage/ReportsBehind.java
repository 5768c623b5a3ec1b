package vn.dondoc.reporting.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.OverTime;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Reports;

/** The reports that figures are made of. */
@Component
public class ReportsBehind {

    private static final int STRETCH = 1_000;

    private final Reports reports;

    ReportsBehind(Reports reports) {
        this.reports = reports;
    }

    /** Reports in sight that count in figures of an indicator for a period, or would if they were filed. */
    public List<Versioned<Report>> of(AccessScope scope, Indicator indicator, String period, String basis) {
        return of(scope, indicator, null, period, basis);
    }

    /**
     * The same of one agency.
     *
     * @param agency {@code null} for all
     */
    public List<Versioned<Report>> of(
            AccessScope scope, Indicator indicator, @Nullable String agency, String period, String basis) {
        String form = indicator.form();
        List<Versioned<Report>> all = new ArrayList<>(all(scope, Reports.Filter.of(form, period, agency)));
        if (indicator.overTime() != OverTime.NONE) {
            Period whole = Period.parse("period", period);
            whole.frequency().shorter().stream()
                    .flatMap((Period.Frequency it) -> whole.parts(it).stream())
                    .forEach((Period it) -> all.addAll(all(scope, Reports.Filter.of(form, it.code(), agency))));
        }
        return indicator.overTime() == OverTime.LAST ? last(all, basis) : all;
    }

    /** Whether a report counts on a basis. */
    public static boolean counts(Report report, String basis) {
        return basis.equals("APPROVED") ? report.status() == Report.Status.APPROVED : report.counts();
    }

    /** Of each agency the last that counts, or the last at all if none does. */
    private static List<Versioned<Report>> last(List<Versioned<Report>> reports, String basis) {
        Comparator<Versioned<Report>> byWeight = Comparator.comparing(
                        (Versioned<Report> it) -> counts(it.state(), basis))
                .thenComparing((Versioned<Report> it) -> it.state().windowEnd());
        return List.copyOf(reports.stream()
                .collect(Collectors.toMap(
                        (Versioned<Report> it) -> it.state().agency(),
                        Function.identity(),
                        BinaryOperator.maxBy(byWeight),
                        LinkedHashMap::new))
                .values());
    }

    /** Every report in sight that is owed on a form for a period, filed or not. */
    public List<Versioned<Report>> owed(AccessScope scope, String form, String period) {
        return all(scope, Reports.Filter.of(form, period));
    }

    private List<Versioned<Report>> all(AccessScope scope, Reports.Filter filter) {
        List<Versioned<Report>> all = new ArrayList<>();
        @Nullable String after = "";
        while (after != null) {
            Stretch<Versioned<Report>> stretch = reports.list(scope, filter, new Window("due", after, STRETCH, false));
            all.addAll(stretch.items());
            after = stretch.next();
        }
        return all;
    }
}
