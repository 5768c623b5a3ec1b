package vn.dondoc.reporting.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import vn.dondoc.reporting.indicator.Figure;

/**
 * Figures as a file. Texts never begin a formula: in a workbook they are texts by type, in CSV one that would be taken for a
 * formula has an apostrophe before it.
 */
public enum FigureFile {

    /** For spreadsheets: comma-separated, UTF-8 with a byte order mark. */
    CSV("csv", "text/csv") {
        @Override
        public byte[] of(Exported exported) {
            StringBuilder lines = new StringBuilder(MARK);
            line(lines, COLUMNS.stream().map(Column::name));
            for (Figure it : exported.figures()) {
                line(lines, COLUMNS.stream().map(column -> Cells.forPeople(column.value(exported, it))));
            }
            return lines.toString().getBytes(StandardCharsets.UTF_8);
        }
    },

    /** A workbook. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public byte[] of(Exported exported) {
            var bytes = new ByteArrayOutputStream();
            try (var workbook = new Workbook(bytes, "Don Doc", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("Chỉ tiêu");
                for (int column = 0; column < COLUMNS.size(); column++) {
                    sheet.value(0, column, COLUMNS.get(column).name());
                    sheet.style(0, column).bold().fillColor("D9E2F3").set();
                    sheet.width(column, COLUMNS.get(column).width());
                }
                List<Figure> figures = exported.figures();
                for (int row = 0; row < figures.size(); row++) {
                    for (int column = 0; column < COLUMNS.size(); column++) {
                        cell(sheet, row + 1, column, COLUMNS.get(column).value(exported, figures.get(row)));
                    }
                }
                sheet.freezePane(0, 1);
                sheet.setAutoFilter(0, 0, COLUMNS.size() - 1);
                sheet.finish();
            } catch (IOException cannotBe) {
                throw new UncheckedIOException(cannotBe);
            }
            return bytes.toByteArray();
        }
    },

    /** Observations of the dataflow {@code DONDOC:FIGURES(1.0)}. */
    SDMX_CSV("csv", "application/vnd.sdmx.data+csv;version=2.0.0") {
        @Override
        public byte[] of(Exported exported) {
            return Sdmx.csv(exported.figures());
        }
    },

    /** The structure that the same figures in SDMX-CSV are read by, with its code lists. */
    SDMX_STRUCTURE("xml", "application/vnd.sdmx.structure+xml;version=3.0.0") {
        @Override
        public byte[] of(Exported exported) {
            return SdmxStructure.of(exported, Instant.now());
        }
    },

    /** For data teams: columns with their types, numbers as exact decimals. */
    PARQUET("parquet", "application/vnd.apache.parquet") {
        @Override
        public byte[] of(Exported exported) {
            return new ParquetFile<Figure>()
                    .text("indicator", Figure::indicator)
                    .text("name", Figure::name)
                    .text("province", Figure::province)
                    .text("agency", Figure::agency)
                    .text("agency_name", exported::agency)
                    .text("period", Figure::period)
                    .text("basis", Figure::basis)
                    .text("boundaries", Figure::boundaries)
                    .decimal("value", Figure::value)
                    .text("unit", Figure::unit)
                    .decimal("numerator", Figure::numerator)
                    .decimal("denominator", Figure::denominator)
                    .whole("reported", Figure::reported)
                    .whole("expected", Figure::expected)
                    .text("targets", FigureFile::targets)
                    .decimal("previous", Figure::previous)
                    .longWhole("revision", Figure::revision)
                    .longWhole("definition_version", Figure::definitionVersion)
                    .of(exported.figures());
        }
    };

    private static final String MARK = "\uFEFF";

    private final String extension;
    private final MediaType mediaType;

    FigureFile(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    public String extension() {
        return extension;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    public abstract byte[] of(Exported exported);

    private record Column(String name, int width, BiFunction<Exported, Figure, @Nullable Object> of) {

        static Column of(String name, int width, Function<Figure, @Nullable Object> value) {
            return new Column(name, width, (exported, figure) -> value.apply(figure));
        }

        @Nullable
        Object value(Exported exported, Figure figure) {
            return of.apply(exported, figure);
        }
    }

    private static final List<Column> COLUMNS = List.of(
            Column.of("Mã chỉ tiêu", 22, Figure::indicator),
            Column.of("Chỉ tiêu", 60, Figure::name),
            Column.of("Cơ quan", 22, Figure::agency),
            new Column("Tên cơ quan", 40, Exported::agency),
            Column.of("Kỳ", 12, Figure::period),
            Column.of("Cơ sở", 14, it -> it.basis().equals("APPROVED") ? "Đã duyệt" : "Đã nộp"),
            Column.of("Giá trị", 14, Figure::value),
            Column.of("Đơn vị", 12, Figure::unit),
            Column.of("Tử số", 16, Figure::numerator),
            Column.of("Mẫu số", 16, Figure::denominator),
            Column.of("Đã báo cáo", 12, Figure::reported),
            Column.of("Phải báo cáo", 12, Figure::expected),
            Column.of("Mục tiêu", 40, FigureFile::targets),
            Column.of("Giá trị trước khi sửa", 18, Figure::previous),
            Column.of("Lần công bố", 12, Figure::revision));

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

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case Number number -> sheet.value(row, column, number);
            case null -> {}
            default -> sheet.value(row, column, value.toString());
        }
    }

    private static void line(StringBuilder lines, Stream<String> cells) {
        lines.append(cells.collect(Collectors.joining(","))).append("\r\n");
    }
}
