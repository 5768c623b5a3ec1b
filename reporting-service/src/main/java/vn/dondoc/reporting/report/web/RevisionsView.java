package vn.dondoc.reporting.report.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.report.Filing;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Ruling;

/** Every filing of a report, the oldest first, and what was decided on it. */
record RevisionsView(List<RevisionView> revisions, List<Ruling> rulings) {

    /**
     * A filing.
     *
     * @param actor user id; empty where it was not kept
     * @param formVersion version of the form that it was checked against
     * @param reason why the one before was wrong
     * @param changes against the one before
     */
    record RevisionView(
            int revision,
            Instant at,
            String actor,
            LocalDate filedOn,
            long formVersion,
            @Nullable String reason,
            boolean nil,
            Map<String, BigDecimal> values,
            Map<String, String> explanations,
            List<Change> changes) {}

    /** A figure that is another than before; absent where it was or is blank. */
    record Change(
            String element,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    static RevisionsView of(Report report) {
        List<RevisionView> revisions = new ArrayList<>();
        Map<String, BigDecimal> before = Map.of();
        for (Filing it : report.filings()) {
            Map<String, BigDecimal> after = it.content().values();
            revisions.add(new RevisionView(
                    it.revision(),
                    it.at(),
                    it.actor(),
                    it.on(),
                    it.formVersion(),
                    it.reason(),
                    it.content().nil(),
                    after,
                    it.content().explanations(),
                    changes(before, after)));
            before = after;
        }
        return new RevisionsView(revisions, report.rulings());
    }

    private static List<Change> changes(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .filter(it -> !Objects.equals(before.get(it), after.get(it)))
                .map(it -> new Change(it, before.get(it), after.get(it)))
                .toList();
    }
}
