package vn.dondoc.reporting.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.Condition;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.report.Author;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;

class WorkbookTests {

    private static final ReportForm FORM = new ReportForm(
            "BM",
            "A",
            "Kết quả giải quyết thủ tục hành chính",
            List.of(
                    new ReportForm.DataElement(
                            "TN",
                            "Hồ sơ tiếp nhận",
                            "hồ sơ",
                            ReportForm.DataElement.Kind.INTEGER,
                            BigDecimal.ZERO,
                            new BigDecimal("100000"),
                            true,
                            List.of()),
                    new ReportForm.DataElement("GQ", "Hồ sơ giải quyết", "hồ sơ"),
                    new ReportForm.DataElement("CHI", "=HYPERLINK(\"http://x\")", "đồng")),
            List.of(
                    new Check(
                            "QUA",
                            Condition.parse("/c", "GQ <= TN && !(TN = 7 || GQ != 3 * 2 - PREV_GQ)"),
                            Check.Severity.BLOCK,
                            "Giải quyết quá"),
                    new Check("TANG", Condition.parse("/c", "TN <= 2 * PREV_TN"), Check.Severity.EXPLAIN, "Tăng")));
    private static final Versioned<ReportForm> VERSION = new Versioned<>("A/BM", 3, 0, FORM);

    @Test
    void whatIsWrittenIsReadAgain() {
        Content content = new Content(
                Map.of("TN", new BigDecimal("1200"), "CHI", new BigDecimal("1234567.89")),
                Map.of("TANG", "thêm một lĩnh vực"),
                false);
        byte[] file = WriteWorkbook.of(report(content), VERSION, Map.of("TN", new BigDecimal("400")));
        ReadWorkbook read = ReadWorkbook.open(file);
        assertThat(read.form()).isEqualTo("BM");
        assertThat(read.period()).isEqualTo("2021-Q3");
        assertThat(read.content(VERSION, "A.snv")).isEqualTo(content);
        Content nil = new Content(Map.of(), Map.of(), true);
        assertThat(ReadWorkbook.open(WriteWorkbook.of(report(nil), VERSION, Map.of()))
                        .content(VERSION, "A.snv"))
                .isEqualTo(nil);
    }

    @Test
    void namesAndMessagesAreTextsAndNeverFormulasAndChecksAreFormulas() throws IOException {
        String sheet = part(WriteWorkbook.of(report(Content.NOTHING), VERSION, Map.of()), "xl/worksheets/sheet1.xml");
        assertThat(sheet).doesNotContain("<f>=HYPERLINK").doesNotContain("<f>HYPERLINK");
        assertThat(sheet)
                .contains("AND((D11&lt;=D10),NOT(OR((D10=7),(D11&lt;&gt;((3*2)-E11)))))")
                .contains("(D10&lt;=(2*E10))")
                .contains("AND(ISNUMBER(D10),D10=INT(D10),D10&gt;=0,D10&lt;=100000)")
                .contains("sheetProtection");
    }

    @Test
    void whatIsNoWorkbookOfOursIsRefused() {
        for (byte[] file : List.of(
                new byte[0],
                "không phải".getBytes(StandardCharsets.UTF_8),
                zip(Map.of("a.txt", "x")),
                zip(Map.of("xl/workbook.xml", "<workbook/>")),
                workbook("Khác", it -> {}),
                workbook(Sheet.NAME, it -> it.value(0, 0, "trống")))) {
            assertThatThrownBy(() -> ReadWorkbook.open(file).form()).isInstanceOf(Failure.Invalid.class);
        }
    }

    @Test
    void whatExpandsWithoutMeasureIsRefused() {
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            parts.put("xl/part" + i + ".xml", " ".repeat(8_000_000));
        }
        assertThatThrownBy(() -> ReadWorkbook.open(zip(parts))).isInstanceOf(Failure.TooLarge.class);
    }

    @Test
    void whatIsWrongIsNamedByItsCell() {
        byte[] file = workbook(Sheet.NAME, it -> {
            it.value(Sheet.FORM_ROW, Sheet.HEAD_VALUES, "BM");
            it.value(Sheet.PERIOD_ROW, Sheet.HEAD_VALUES, "2021-Q3");
            it.value(Sheet.AGENCY_ROW, Sheet.HEAD_VALUES, "A.stc");
            it.value(Sheet.VERSION_ROW, Sheet.HEAD_VALUES, "2");
            it.value(9, Sheet.CODE, "TN");
            it.value(9, Sheet.VALUE, "một nghìn");
            it.value(10, Sheet.CODE, "CHI");
            it.value(11, Sheet.CODE, "CHI");
        });
        assertThatThrownBy(() -> {
                    try {
                        ReadWorkbook.open(file).content(VERSION, "A.snv");
                    } catch (Failure.Invalid wrong) {
                        throw ReadWorkbook.inCells(wrong, FORM);
                    }
                })
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields().stream().map(Failure.Field::pointer))
                                .containsExactly("Báo cáo!B4", "Báo cáo!B5", "Báo cáo!D10", "Báo cáo!D11"));
    }

    private static Report report(Content content) {
        Report owed = Report.owed(
                FORM, Period.parse("period", "2021-Q3"), "A.snv", List.of("A.ubnd"), LocalDate.of(2021, 9, 20));
        return owed.fill(new Author("officer", "A.snv", Instant.EPOCH), FORM, content)
                .state();
    }

    private static byte[] workbook(String name, Consumer<Worksheet> fill) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "x", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            fill.accept(sheet);
            sheet.finish();
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> it : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(it.getKey()));
                zip.write(it.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
        return bytes.toByteArray();
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
