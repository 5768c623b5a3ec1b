package vn.dondoc.reporting.report.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.reporting.form.AttachedFile;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.report.Demand;
import vn.dondoc.reporting.report.Filing;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.Ruling;

/**
 * A report as it is stored, form 2. Form 1 kept the last filing only, in {@code revision}, {@code filed} and {@code filedOn}.
 *
 * @param draft figures being filled in
 * @param filings every revision; {@code null} in form 1
 */
record ReportDocument(
        String province,
        String form,
        String formName,
        String period,
        String agency,
        List<String> ancestors,
        LocalDate windowStart,
        LocalDate windowEnd,
        LocalDate dueOn,
        Report.Status status,
        @Nullable Document draft,
        @Nullable Map<String, String> texts,
        @Nullable List<AttachedFile> files,
        @Nullable Map<String, String> explanations,
        @Nullable Boolean nil,
        @Nullable List<FilingDocument> filings,
        @Nullable List<Ruling> rulings,
        List<Demand> answers,
        @Nullable Integer revision,
        @Nullable Document filed,
        @Nullable LocalDate filedOn,
        @Nullable String returnReason) {

    private static final String NOBODY_KNOWS = "";

    /** A filing. */
    record FilingDocument(
            int revision,
            Instant at,
            String actor,
            LocalDate on,
            long formVersion,
            @Nullable Document values,
            @Nullable Map<String, String> texts,
            @Nullable List<AttachedFile> files,
            @Nullable Map<String, String> explanations,
            boolean nil,
            @Nullable String reason) {

        static FilingDocument from(Filing it) {
            return new FilingDocument(
                    it.revision(),
                    it.at(),
                    it.actor(),
                    it.on(),
                    it.formVersion(),
                    stored(it.content().values()),
                    orNothing(it.content().texts()),
                    orNothing(it.content().files()),
                    orNothing(it.content().explanations()),
                    it.content().nil(),
                    it.reason());
        }

        Filing toFiling() {
            Content content = content(values, texts, files, explanations, nil);
            return new Filing(revision, at, actor, on, formVersion, content, reason);
        }
    }

    static ReportDocument from(Report it) {
        return new ReportDocument(
                it.province(),
                it.form(),
                it.formName(),
                it.period(),
                it.agency(),
                it.ancestors(),
                it.windowStart(),
                it.windowEnd(),
                it.dueOn(),
                it.status(),
                stored(it.draft().values()),
                orNothing(it.draft().texts()),
                orNothing(it.draft().files()),
                orNothing(it.draft().explanations()),
                it.draft().nil() ? true : null,
                it.filings().stream().map(FilingDocument::from).toList(),
                it.rulings(),
                it.answers(),
                null,
                null,
                null,
                null);
    }

    private static @Nullable Map<String, String> orNothing(Map<String, String> some) {
        return some.isEmpty() ? null : some;
    }

    private static @Nullable List<AttachedFile> orNothing(List<AttachedFile> some) {
        return some.isEmpty() ? null : some;
    }

    /** By hand: the general mapping asks anew for every number of every revision how it is to be written. */
    private static Document stored(Map<String, BigDecimal> values) {
        var stored = new Document();
        values.forEach((element, value) -> stored.append(element, new Decimal128(value)));
        return stored;
    }

    private static Content content(
            @Nullable Document stored,
            @Nullable Map<String, String> texts,
            @Nullable List<AttachedFile> files,
            @Nullable Map<String, String> explanations,
            boolean nil) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        if (stored != null) {
            stored.forEach((element, value) -> {
                if (value != null) {
                    values.put(element, ((Decimal128) value).bigDecimalValue());
                }
            });
        }
        return new Content(
                values,
                texts == null ? Map.of() : texts,
                files == null ? List.of() : files,
                explanations == null ? Map.of() : explanations,
                nil);
    }

    Report toReport() {
        return new Report(
                province,
                form,
                formName,
                period,
                agency,
                ancestors,
                windowStart,
                windowEnd,
                dueOn,
                status,
                content(draft, texts, files, explanations, Boolean.TRUE.equals(nil)),
                filings == null
                        ? filedInForm1().toList()
                        : filings.stream().map(FilingDocument::toFiling).toList(),
                rulings == null ? ruledInForm1().toList() : rulings,
                answers);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    private Stream<Filing> filedInForm1() {
        if (revision == null || revision == 0 || filedOn == null) {
            return Stream.empty();
        }
        Instant at = startOf(filedOn);
        Content content = content(filed, null, null, null, filed == null || filed.isEmpty());
        return Stream.of(new Filing(revision, at, NOBODY_KNOWS, filedOn, 0, content, null));
    }

    private Stream<Ruling> ruledInForm1() {
        if (status != Report.Status.RETURNED || revision == null || filedOn == null) {
            return Stream.empty();
        }
        return Stream.of(
                new Ruling(Ruling.Kind.RETURNED, startOf(filedOn), NOBODY_KNOWS, revision, returnReason, null));
    }
}
