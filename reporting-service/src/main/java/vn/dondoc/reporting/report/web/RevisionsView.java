package vn.dondoc.reporting.report.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.form.AttachedFile;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.report.Filing;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Ruling;

/**
 * Every filing of a report, the oldest first, and what was decided on it.
 *
 * @param sinceApproval what whoever decides on the last filing has to look at; absent if nothing was filed since an approval
 */
record RevisionsView(
        List<RevisionView> revisions,
        List<Ruling> rulings,
        @Nullable SinceApproval sinceApproval) {

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
            Map<String, String> texts,
            List<AttachedFile> files,
            Map<String, String> explanations,
            List<Change> changes) {}

    /** A figure, a text or a file that is another than before; absent where it was or is blank. */
    record Change(
            String element,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * The last filing against the last one that was approved, at any level.
     *
     * @param approved number of that one
     * @param changes none if the same was filed again
     */
    record SinceApproval(int approved, List<Change> changes) {}

    static RevisionsView of(Report report) {
        List<RevisionView> revisions = new ArrayList<>();
        Content before = Content.NOTHING;
        for (Filing it : report.filings()) {
            Content after = it.content();
            revisions.add(new RevisionView(
                    it.revision(),
                    it.at(),
                    it.actor(),
                    it.on(),
                    it.formVersion(),
                    it.reason(),
                    after.nil(),
                    after.values(),
                    after.texts(),
                    after.files(),
                    after.explanations(),
                    changes(before, after)));
            before = after;
        }
        return new RevisionsView(revisions, report.rulings(), sinceApproval(report));
    }

    private static @Nullable SinceApproval sinceApproval(Report report) {
        int approved = report.rulings().stream()
                .filter(it -> it.kind() == Ruling.Kind.PASSED || it.kind() == Ruling.Kind.APPROVED)
                .mapToInt(Ruling::revision)
                .max()
                .orElse(0);
        if (approved == 0 || approved == report.revision()) {
            return null;
        }
        return report.filings().stream()
                .filter(it -> it.revision() == approved)
                .findFirst()
                .map(it -> new SinceApproval(
                        approved,
                        changes(it.content(), report.filings().getLast().content())))
                .orElse(null);
    }

    private static List<Change> changes(Content before, Content after) {
        return Stream.of(
                        changes(before.values(), after.values(), BigDecimal::toPlainString),
                        changes(before.texts(), after.texts(), Function.identity()),
                        changes(files(before), files(after), Function.identity()))
                .flatMap(List::stream)
                .toList();
    }

    /** Names of the files of each element. */
    private static Map<String, String> files(Content content) {
        return content.files().stream()
                .collect(Collectors.groupingBy(
                        AttachedFile::element, Collectors.mapping(AttachedFile::name, Collectors.joining(", "))));
    }

    private static <T> List<Change> changes(Map<String, T> before, Map<String, T> after, Function<T, String> written) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .filter(it -> !Objects.equals(before.get(it), after.get(it)))
                .map(it -> new Change(it, written(before.get(it), written), written(after.get(it), written)))
                .toList();
    }

    private static <T> @Nullable String written(@Nullable T value, Function<T, String> written) {
        return value == null ? null : written.apply(value);
    }
}
