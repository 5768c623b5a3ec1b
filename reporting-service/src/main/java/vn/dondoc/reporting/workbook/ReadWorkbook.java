package vn.dondoc.reporting.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.ReportForm;

/** Reads a workbook that {@link WriteWorkbook} handed out and somebody filled in. */
public final class ReadWorkbook {

    /** A workbook of a form of a thousand elements has a hundred kilobytes. */
    private static final long MOST_EXPANDED = 20_000_000;

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_CHARACTERS = 2_000;

    private final Map<Integer, Row> rows;

    private ReadWorkbook(Map<Integer, Row> rows) {
        this.rows = rows;
    }

    /**
     * Opens it.
     *
     * @throws Failure.Invalid if it is no workbook, or none of ours
     */
    public static ReadWorkbook open(byte[] file) {
        refuseIfTooLarge(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.findSheet(Sheet.NAME).orElseThrow(ReadWorkbook::notOurs);
            Map<Integer, Row> rows = new HashMap<>();
            try (Stream<Row> all = sheet.openStream()) {
                all.limit(MOST_ROWS).forEach(it -> rows.put(it.getRowNum() - 1, it));
            }
            return new ReadWorkbook(rows);
        } catch (IOException | ExcelReaderException unreadable) {
            throw notOurs();
        }
    }

    private static Failure.Invalid notOurs() {
        return new Failure.Invalid("", "reporting.no-workbook");
    }

    private static void refuseIfTooLarge(byte[] file) {
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            byte[] buffer = new byte[65_536];
            long expanded = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        expanded += read;
                        if (expanded > MOST_EXPANDED) {
                            throw new Failure.TooLarge("reporting.workbook-large", MOST_EXPANDED / 1_000_000);
                        }
                    }
                }
            }
        } catch (IOException noZip) {
            throw notOurs();
        }
    }

    public String form() {
        return head(Sheet.FORM_ROW);
    }

    public String period() {
        return head(Sheet.PERIOD_ROW);
    }

    private String head(int row) {
        return text(row, Sheet.HEAD_VALUES).orElseThrow(ReadWorkbook::notOurs);
    }

    /**
     * What was filled in.
     *
     * @param agency whose report it must be
     * @throws Failure.Invalid naming each cell that is wrong; a workbook of another agency or of an earlier form is refused,
     *     since its rows may mean something else
     */
    public Content content(Versioned<ReportForm> form, String agency) {
        Sheet places = new Sheet(form.state());
        List<Failure.Field> wrong = new ArrayList<>();
        if (!agency.equals(head(Sheet.AGENCY_ROW))) {
            wrong.add(new Failure.Field("/agency", "reporting.workbook-of-another", head(Sheet.AGENCY_ROW)));
        }
        if (!String.valueOf(form.version()).equals(head(Sheet.VERSION_ROW))) {
            wrong.add(new Failure.Field("/version", "reporting.workbook-outdated"));
        }
        Map<String, BigDecimal> values = new HashMap<>();
        Set<String> figures = form.state().figures().stream()
                .map(ReportForm.DataElement::code)
                .collect(Collectors.toSet());
        places.elementRows().forEach((code, row) -> {
            if (!text(row, Sheet.CODE).orElse("").equals(code)) {
                wrong.add(new Failure.Field("/values/" + code, "reporting.workbook-row", code));
            } else if (figures.contains(code)) {
                number(row, "/values/" + code, wrong).ifPresent(it -> values.put(code, it));
            }
        });
        Map<String, String> texts = new HashMap<>();
        places.textRows().forEach((code, row) -> {
            if (!text(row, Sheet.CODE).orElse("").equals(code)) {
                wrong.add(new Failure.Field("/texts/" + code, "reporting.workbook-row", code));
            } else {
                text(row, Sheet.VALUE).ifPresent(it -> texts.put(code, it));
            }
        });
        Map<String, String> explanations = new HashMap<>();
        places.checkRows()
                .forEach((code, row) -> text(row, Sheet.EXPLANATION).ifPresent(it -> {
                    if (it.length() > MOST_CHARACTERS) {
                        wrong.add(new Failure.Field("/explanations/" + code, "reporting.too-long", MOST_CHARACTERS));
                    }
                    explanations.put(code, it);
                }));
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        boolean nil = text(Sheet.NIL_ROW, Sheet.HEAD_VALUES).isPresent();
        return new Content(values, texts, List.of(), explanations, nil);
    }

    private Optional<BigDecimal> number(int row, String pointer, List<Failure.Field> wrong) {
        Optional<Cell> cell = cell(row, Sheet.VALUE);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        String said = cell.get().getText().strip();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> value = numberIn(cell.get());
        if (value.isEmpty()) {
            wrong.add(new Failure.Field(pointer, "reporting.cell-no-number", said));
        }
        return value;
    }

    /** A number, or what a formula came to when it was last computed. */
    private static Optional<BigDecimal> numberIn(Cell cell) {
        if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA) {
            return Optional.empty();
        }
        return Content.number(String.valueOf(cell.getRawValue()));
    }

    private Optional<String> text(int row, int column) {
        return cell(row, column).map(it -> it.getText().strip()).filter(it -> !it.isEmpty());
    }

    private Optional<Cell> cell(int row, int column) {
        Row found = rows.get(row);
        return found == null ? Optional.empty() : found.getOptionalCell(column);
    }

    /** The same failure with cells in place of pointers into a report. */
    public static Failure.Invalid inCells(Failure.Invalid wrong, ReportForm form) {
        Sheet places = new Sheet(form);
        return new Failure.Invalid(wrong.fields().stream()
                .map(it -> new Failure.Field(places.cellAt(it.pointer()), it.text()))
                .toList());
    }
}
