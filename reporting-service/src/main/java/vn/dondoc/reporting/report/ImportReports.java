package vn.dondoc.reporting.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.csv.CsvRows;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.form.ReportForm.DataElement;

/**
 * Reports of many agencies from one table: a row for each, a column for each figure and text, {@code explain:CODE} for what a
 * check asks to be explained, {@code nil} for nothing to report, {@code reason} for a correction. Each row is taken in or
 * refused by itself, so one that is wrong keeps nobody else from reporting. Sending the same table again does the rest.
 */
@Component
public class ImportReports {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_CHARACTERS = 2_000;
    private static final String AGENCY = "agency";
    private static final String NIL = "nil";
    private static final String REASON = "reason";
    private static final String EXPLAIN = "explain:";

    /** So many rows between two looks. */
    private static final int SAY_EVERY = 50;

    private final FileReports filing;
    private final ImportProgress progress;

    ImportReports(FileReports filing, ImportProgress progress) {
        this.progress = progress;
        this.filing = filing;
    }

    /**
     * What was made of a table.
     *
     * @param rows that could be read or not
     * @param taken reports that were filled in or filed
     */
    public record Imported(int rows, int taken, List<Failure.Field> problems) {}

    /**
     * A table as it was handed in.
     *
     * @param form that all its reports are on
     * @param submit whether to file them at once
     */
    public record Table(Versioned<ReportForm> form, String period, boolean submit, String csv) {}

    /**
     * Takes a table in.
     *
     * @throws Failure.Invalid if its first line does not name the columns
     */
    public Imported takeIn(AccessScope scope, Author by, Table handedIn, Command command) {
        ReportForm form = handedIn.form().state();
        CsvRows table = CsvRows.read(handedIn.csv(), List.of(AGENCY), optionalColumns(form));
        if (table.rows().isEmpty() && !table.wrong().isEmpty()) {
            throw new Failure.Invalid(table.wrong());
        }
        if (table.rows().size() > MOST_ROWS) {
            throw new Failure.TooLarge("reporting.rows-many", MOST_ROWS);
        }
        List<Failure.Field> problems = new ArrayList<>(table.wrong());
        int refused = table.wrong().size();
        int taken = 0;
        int done = 0;
        int all = table.rows().size() + refused;
        Map<String, Integer> lineOf = new HashMap<>();
        for (CsvRows.Row row : table.rows()) {
            if (done++ % SAY_EVERY == 0) {
                progress.say(scope, command.key(), new ImportProgress.Progress(all, refused + done - 1, taken, false));
            }
            List<Failure.Field> wrong = new ArrayList<>();
            refuseUnnamed(row, lineOf.putIfAbsent(row.cell(AGENCY), row.line()), wrong);
            Content content = content(form, row, wrong);
            if (wrong.isEmpty()) {
                String reason = row.cell(REASON).isEmpty() ? null : row.cell(REASON);
                var report = new FileReports.HandedIn(
                        handedIn.form(), handedIn.period(), content, handedIn.submit(), reason);
                wrong.addAll(takeIn(scope, by, row, report, command));
            }
            if (wrong.isEmpty()) {
                taken++;
            }
            problems.addAll(wrong);
        }
        progress.say(scope, command.key(), new ImportProgress.Progress(all, all, taken, true));
        return new Imported(all, taken, problems);
    }

    /** How far the table is that the caller sent last. */
    public Optional<ImportProgress.Progress> progress(AccessScope scope, String key) {
        return progress.find(scope, key);
    }

    /** @param earlier line on which the same agency stands already; {@code null} for none */
    private static void refuseUnnamed(CsvRows.Row row, @Nullable Integer earlier, List<Failure.Field> wrong) {
        if (row.cell(AGENCY).isEmpty()) {
            wrong.add(row.wrong(AGENCY, "reporting.row-no-agency"));
        } else if (earlier != null) {
            wrong.add(row.wrong(AGENCY, "reporting.row-twice", row.cell(AGENCY), earlier));
        }
    }

    private List<Failure.Field> takeIn(
            AccessScope scope, Author by, CsvRows.Row row, FileReports.HandedIn report, Command command) {
        String agency = row.cell(AGENCY);
        try {
            filing.takeIn(scope, agency, by.onBehalfOf(agency), report, command.partOf(agency));
            return List.of();
        } catch (Failure.Invalid invalid) {
            return invalid.fields().stream()
                    .map(it -> row.wrong(column(it.pointer()), it.text()))
                    .toList();
        } catch (Failure.Unavailable down) {
            throw down;
        } catch (Failure refused) {
            return List.of(row.wrong(AGENCY, refused.text()));
        }
    }

    /** The column that a pointer into a report means. */
    private static String column(String pointer) {
        String[] steps = pointer.split("/");
        return switch (steps.length > 1 ? steps[1] : "") {
            case "values", "texts" -> steps.length > 2 ? steps[2] : AGENCY;
            case "explanations" -> steps.length > 2 ? EXPLAIN + steps[2] : AGENCY;
            case NIL -> NIL;
            case REASON -> REASON;
            default -> AGENCY;
        };
    }

    private static List<String> optionalColumns(ReportForm form) {
        return Stream.of(
                        form.figuresAndSums().stream().map(DataElement::code),
                        form.texts().stream().map(ReportForm.TextElement::code),
                        form.checks().stream().map(Check::code).map(EXPLAIN::concat),
                        Stream.of(NIL, REASON))
                .flatMap(it -> it)
                .toList();
    }

    private static Content content(ReportForm form, CsvRows.Row row, List<Failure.Field> wrong) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (DataElement it : form.figuresAndSums()) {
            String cell = row.cell(it.code());
            if (!cell.isEmpty()) {
                Content.number(cell)
                        .ifPresentOrElse(
                                value -> values.put(it.code(), value),
                                () -> wrong.add(row.wrong(it.code(), "reporting.cell-no-number", cell)));
            }
        }
        Map<String, String> explanations = new LinkedHashMap<>();
        for (Check it : form.checks()) {
            String cell = row.cell(EXPLAIN + it.code());
            if (cell.length() > MOST_CHARACTERS) {
                wrong.add(row.wrong(EXPLAIN + it.code(), "reporting.too-long", MOST_CHARACTERS));
            } else if (!cell.isEmpty()) {
                explanations.put(it.code(), cell);
            }
        }
        if (row.cell(REASON).length() > MOST_CHARACTERS) {
            wrong.add(row.wrong(REASON, "reporting.too-long", MOST_CHARACTERS));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (ReportForm.TextElement it : form.texts()) {
            if (!row.cell(it.code()).isEmpty()) {
                texts.put(it.code(), row.cell(it.code()));
            }
        }
        return new Content(
                values, texts, List.of(), explanations, !row.cell(NIL).isEmpty());
    }
}
