package vn.dondoc.reporting.lineage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Reports;

/** Tells of every value that a figure ever had: what it was before, what changed it, and who did that. */
@Component
public class TraceRevisions {

    private final Figures figures;
    private final Reports reports;

    TraceRevisions(Figures figures, Reports reports) {
        this.figures = figures;
        this.reports = reports;
    }

    /**
     * A value that a figure had.
     *
     * @param before the value that it restated; {@code null} for the first, and where there was none
     * @param cause {@code null} where it was not kept, in figures of an earlier release
     */
    public record Revision(
            Figure figure,
            Instant at,
            @Nullable BigDecimal before,
            @Nullable Cause cause) {}

    /** What kind of thing changed a figure. */
    public enum Kind {
        REPORT,
        DEFINITION,
        TARGET
    }

    /**
     * What changed a figure.
     *
     * @param id of the report, definition or target
     * @param step what happened to the report: FILED or what was decided; {@code null} for others, and when it became owed
     * @param by user id; {@code null} where the audit alone knows
     */
    public record Cause(
            Kind kind,
            String id,
            @Nullable String agency,
            @Nullable String step,
            int revision,
            @Nullable String by,
            @Nullable String reason) {}

    /** The earliest first. */
    public List<Revision> of(AccessScope scope, Figures.Filter figure) {
        return figures.revisions(scope, figure).stream()
                .map(it -> new Revision(it.figure(), it.at(), it.figure().previous(), cause(scope, it)))
                .toList();
    }

    private @Nullable Cause cause(AccessScope scope, Figures.Published published) {
        String event = published.cause();
        if (event == null || event.indexOf('/') < 0) {
            return null;
        }
        String id = event.substring(0, event.lastIndexOf('/'));
        Figure figure = published.figure();
        if (id.equals(figure.province() + "/" + figure.indicator())) {
            return new Cause(Kind.DEFINITION, id, null, null, 0, null, null);
        }
        return reports.find(scope, id)
                .map(Versioned::state)
                .map(report -> cause(report, id, published.at()))
                .orElseGet(() -> new Cause(Kind.TARGET, id, null, null, 0, null, null));
    }

    /** What happened to a report last before its event was recorded is what the event tells of. */
    private static Cause cause(Report report, String id, Instant recorded) {
        Stream<Told> filed =
                report.filings().stream().map(it -> new Told(it.at(), "FILED", it.revision(), it.actor(), it.reason()));
        Stream<Told> ruled = report.rulings().stream()
                .map(it -> new Told(it.at(), it.kind().name(), it.revision(), it.actor(), it.reason()));
        Optional<Told> last = Stream.concat(filed, ruled)
                .filter(it -> !it.at().isAfter(recorded))
                .max(Comparator.comparing(Told::at));
        return last.map(it ->
                        new Cause(Kind.REPORT, id, report.agency(), it.step(), it.revision(), it.by(), it.reason()))
                .orElseGet(() -> new Cause(Kind.REPORT, id, report.agency(), null, 0, null, null));
    }

    private record Told(
            Instant at,
            String step,
            int revision,
            String by,
            @Nullable String reason) {}
}
