package vn.dondoc.reporting.lineage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;
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
        TARGET,
        /** Every figure was counted again. */
        RECOUNT
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

    /**
     * Sorted by {@code revision}, with {@code -} the latest first.
     *
     * @throws Failure.NotFound if the figure never was
     */
    public Stretch<Revision> of(AccessScope scope, Figures.Filter figure, Window window) {
        List<Figures.Published> all = figures.revisions(scope, figure);
        if (all.isEmpty()) {
            throw new Failure.NotFound(
                    "reporting.never-a-figure",
                    String.join(", ", figure.indicators()),
                    String.valueOf(figure.agency()));
        }
        Map<String, Optional<Report>> read = new HashMap<>();
        // Figures of both bases may have the same number.
        Function<Figures.Published, String> order =
                it -> "%020d ".formatted(it.figure().revision()) + it.key();
        return Stretch.of(all, window, order, Figures.Published::key)
                .map(it -> new Revision(it.figure(), it.at(), it.figure().previous(), cause(scope, it, read)));
    }

    /** @param read reports that were read already: one that is corrected often changes a figure often */
    private @Nullable Cause cause(AccessScope scope, Figures.Published published, Map<String, Optional<Report>> read) {
        String event = published.cause();
        if (Figures.Published.RECOUNT.equals(event)) {
            return new Cause(Kind.RECOUNT, Figures.Published.RECOUNT, null, null, 0, null, null);
        }
        if (event == null || event.indexOf('/') < 0) {
            return null;
        }
        String id = event.substring(0, event.lastIndexOf('/'));
        Figure figure = published.figure();
        if (id.equals(figure.province() + "/" + figure.indicator())) {
            return new Cause(Kind.DEFINITION, id, null, null, 0, null, null);
        }
        return read.computeIfAbsent(id, any -> reports.find(scope, id).map(Versioned::state))
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
