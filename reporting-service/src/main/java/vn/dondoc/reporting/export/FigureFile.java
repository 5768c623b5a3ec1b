package vn.dondoc.reporting.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.report.Period;

/**
 * Figures as a file. Texts never begin a formula: in a workbook they are texts by type, in CSV one that would be taken for a
 * formula has an apostrophe before it.
 */
public enum FigureFile {

    /** For spreadsheets: comma-separated, UTF-8 with a byte order mark. */
    CSV("csv") {
        @Override
        public byte[] of(List<Figure> figures) {
            List<String> lines = new ArrayList<>();
            lines.add(line(PEOPLE.stream().map(Column::name).toList()));
            for (Figure it : figures) {
                lines.add(line(PEOPLE.stream()
                        .map(column -> csv(column.value().apply(it)))
                        .toList()));
            }
            return bytes(MARK, lines);
        }
    },

    /** A workbook. */
    XLSX("xlsx") {
        @Override
        public byte[] of(List<Figure> figures) {
            var bytes = new ByteArrayOutputStream();
            try (var workbook = new Workbook(bytes, "Don Doc", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("Chỉ tiêu");
                for (int column = 0; column < PEOPLE.size(); column++) {
                    sheet.value(0, column, PEOPLE.get(column).name());
                    sheet.style(0, column).bold().fillColor("D9E2F3").set();
                    sheet.width(column, PEOPLE.get(column).width());
                }
                for (int row = 0; row < figures.size(); row++) {
                    for (int column = 0; column < PEOPLE.size(); column++) {
                        cell(sheet, row + 1, column, PEOPLE.get(column).value().apply(figures.get(row)));
                    }
                }
                sheet.freezePane(0, 1);
                sheet.setAutoFilter(0, 0, PEOPLE.size() - 1);
                sheet.finish();
            } catch (IOException cannotBe) {
                throw new UncheckedIOException(cannotBe);
            }
            return bytes.toByteArray();
        }
    },

    /**
     * SDMX-CSV 2.0: one observation a row, of the dataflow {@code DONDOC:FIGURES(1.0)}, whose dimensions are FREQ, REF_AREA,
     * INDICATOR, BASIS and TIME_PERIOD. An observation without a value has the status M, missing.
     */
    SDMX_CSV("csv") {
        @Override
        public byte[] of(List<Figure> figures) {
            List<String> lines = new ArrayList<>();
            lines.add("STRUCTURE,STRUCTURE_ID,ACTION,"
                    + String.join(",", MACHINES.stream().map(Column::name).toList()));
            for (Figure it : figures) {
                lines.add("dataflow,DONDOC:FIGURES(1.0),I,"
                        + line(MACHINES.stream()
                                .map(column -> csv(column.value().apply(it)))
                                .toList()));
            }
            return bytes("", lines);
        }
    };

    private static final String MARK = "\uFEFF";
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final String extension;

    FigureFile(String extension) {
        this.extension = extension;
    }

    public String extension() {
        return extension;
    }

    public abstract byte[] of(List<Figure> figures);

    private record Column(String name, int width, Function<Figure, @Nullable Object> value) {}

    private static final List<Column> PEOPLE = List.of(
            new Column("Mã chỉ tiêu", 22, Figure::indicator),
            new Column("Chỉ tiêu", 60, Figure::name),
            new Column("Cơ quan", 22, Figure::agency),
            new Column("Kỳ", 12, Figure::period),
            new Column("Cơ sở", 14, it -> it.basis().equals("APPROVED") ? "Đã duyệt" : "Đã nộp"),
            new Column("Giá trị", 14, Figure::value),
            new Column("Đơn vị", 12, Figure::unit),
            new Column("Tử số", 16, Figure::numerator),
            new Column("Mẫu số", 16, Figure::denominator),
            new Column("Đã báo cáo", 12, Figure::reported),
            new Column("Phải báo cáo", 12, Figure::expected),
            new Column("Mục tiêu", 40, FigureFile::targets),
            new Column("Giá trị trước khi sửa", 18, Figure::previous),
            new Column("Lần công bố", 12, Figure::revision));

    private static final List<Column> MACHINES = List.of(
            new Column("FREQ", 0, it -> frequency(it.period())),
            new Column("REF_AREA", 0, Figure::agency),
            new Column("INDICATOR", 0, Figure::indicator),
            new Column("BASIS", 0, Figure::basis),
            new Column("TIME_PERIOD", 0, it -> it.period().replace("-H", "-S")),
            new Column("OBS_VALUE", 0, Figure::value),
            new Column("OBS_STATUS", 0, it -> it.value() == null ? "M" : "A"),
            new Column("UNIT_MEASURE", 0, Figure::unit),
            new Column("NUMERATOR", 0, Figure::numerator),
            new Column("DENOMINATOR", 0, Figure::denominator),
            new Column("REPORTED", 0, Figure::reported),
            new Column("EXPECTED", 0, Figure::expected),
            new Column("REVISION", 0, Figure::revision));

    private static String targets(Figure figure) {
        return figure.attainments().stream()
                .map(it -> it.comparator()
                        + " "
                        + it.target().toPlainString()
                        + (it.targetMax() == null ? "" : "–" + it.targetMax().toPlainString())
                        + " ("
                        + it.year()
                        + "): "
                        + (it.met() ? "đạt" : "chưa đạt"))
                .collect(Collectors.joining("; "));
    }

    /** SDMX calls a half year S. */
    private static String frequency(String period) {
        return Period.find(period)
                .map(Period::frequency)
                .map(it -> switch (it) {
                    case MONTHLY -> "M";
                    case QUARTERLY -> "Q";
                    case SEMIANNUAL -> "S";
                    case ANNUAL -> "A";
                })
                .orElse("");
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case Number number -> sheet.value(row, column, number);
            case null -> {}
            default -> sheet.value(row, column, value.toString());
        }
    }

    private static String csv(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String line(List<String> cells) {
        return String.join(",", cells);
    }

    private static byte[] bytes(String mark, List<String> lines) {
        return (mark + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
