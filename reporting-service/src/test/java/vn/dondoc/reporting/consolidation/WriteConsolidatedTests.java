package vn.dondoc.reporting.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.reporting.consolidation.Consolidated.Row;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.Condition;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.form.ReportForm.DataElement;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.report.Period;

class WriteConsolidatedTests {

    private static final Frame FRAME = new Frame(
            "UBND tỉnh Nghệ An",
            "Sở Nội vụ",
            "12/BC-SNV",
            "Nghệ An",
            LocalDate.of(2026, 6, 2),
            List.of("Bộ Nội vụ", "UBND tỉnh"),
            "Giám đốc",
            "Nguyễn Văn A");

    @Test
    void tellsWhoReportedWhatItComesToAndWhatEachSaid() throws Exception {
        byte[] file = WriteConsolidated.of(consolidated(), FRAME);
        Files.write(Path.of("target/consolidated.docx"), file);
        String text = text(file);
        assertThat(text)
                .contains("UBND TỈNH NGHỆ AN", "SỞ NỘI VỤ", "Số: 12/BC-SNV")
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                .contains("Nghệ An, ngày 02 tháng 06 năm 2026")
                .contains("Kết quả giải quyết thủ tục hành chính – quý II năm 2026")
                .contains("Phải báo cáo: 3 cơ quan; đã nộp: 2 (đúng hạn 1, muộn 1); chưa nộp: 1.")
                .contains("Nộp muộn: Sở Tài chính.", "Chưa nộp: Sở Y tế.", "Được miễn báo cáo kỳ này: Sở Xây dựng.")
                .contains("Báo cáo không phát sinh: Sở Tài chính.")
                .contains("45,50", "40,25", "+5,25", "≥ 50 (2025): chưa đạt", "2/3")
                .contains("- Sở Nội vụ (tiếp nhận tăng quá ba lần kỳ trước): dồn hồ sơ từ kỳ trước")
                .contains("1.234.567", "chưa nộp", "miễn")
                .contains("- Bộ Nội vụ;", "- UBND tỉnh;", "- Lưu: VT.", "GIÁM ĐỐC", "Nguyễn Văn A");
    }

    @Test
    void aPeriodWithoutFiguresIsSaidToHaveNone() throws Exception {
        Consolidated all = consolidated();
        var none = new Consolidated(all.form(), all.period(), List.of(), all.in(Consolidated.Standing.MISSING));
        assertThat(text(WriteConsolidated.of(none, FRAME))).contains("Chưa có số liệu.", "Không có.", "đã nộp: 0");
    }

    @ParameterizedTest
    @CsvSource({
        "2026, năm 2026",
        "2026-H1, 6 tháng đầu năm 2026",
        "2026-H2, 6 tháng cuối năm 2026",
        "2026-Q4, quý IV năm 2026",
        "2026-07, tháng 7 năm 2026"
    })
    void periodsAreSaidAsOfficesSayThem(String code, String said) {
        assertThat(WriteConsolidated.period(Period.parse("/period", code))).isEqualTo(said);
    }

    private static Consolidated consolidated() {
        var form = new ReportForm(
                "BM",
                "VN-22",
                "Kết quả giải quyết thủ tục hành chính",
                List.of(
                        new DataElement("HS", "Hồ sơ tiếp nhận", "hồ sơ"),
                        new DataElement("TT", "Hồ sơ trực tuyến", "hồ sơ"),
                        new DataElement("A", "Số liệu A", "cái"),
                        new DataElement("B", "Số liệu B", "cái"),
                        new DataElement("C", "Số liệu C", "cái"),
                        new DataElement("D", "Số liệu D", "cái"),
                        new DataElement("E", "Số liệu E", "cái")),
                List.of(new Check(
                        "TANG",
                        Condition.parse("/c", "HS <= 3 * PREV_HS"),
                        Check.Severity.EXPLAIN,
                        "Tiếp nhận tăng quá ba lần kỳ trước")));
        var value = new BigDecimal("45.50");
        var figure = new Figure(
                "TL",
                "Tỷ lệ hồ sơ nộp trực tuyến",
                "VN-22",
                "VN-22.ubnd",
                "2026-Q2",
                "FILED",
                "OF_PERIOD",
                value,
                null,
                null,
                "%",
                2,
                3,
                List.of(new Figure.Attainment(
                        "t",
                        "d",
                        "05-NQ/TU",
                        "II.1",
                        ">=",
                        new BigDecimal(50),
                        null,
                        "2025",
                        false,
                        new BigDecimal("-4.5"))),
                null,
                1,
                1L);
        var result = new Consolidated.Result(figure, new BigDecimal("40.25"));
        return new Consolidated(
                form,
                Period.parse("/period", "2026-Q2"),
                List.of(result),
                List.of(
                        row(
                                "Sở Nội vụ",
                                Consolidated.Standing.IN_TIME,
                                false,
                                Map.of("HS", new BigDecimal(1234567), "TT", new BigDecimal("0.5")),
                                Map.of("TANG", "dồn hồ sơ từ kỳ trước")),
                        row("Sở Tài chính", Consolidated.Standing.LATE, true, Map.of(), Map.of()),
                        row("Sở Y tế", Consolidated.Standing.MISSING, false, Map.of(), Map.of()),
                        row("Sở Xây dựng", Consolidated.Standing.EXCUSED, false, Map.of(), Map.of())));
    }

    private static Row row(
            String name,
            Consolidated.Standing standing,
            boolean nil,
            Map<String, BigDecimal> values,
            Map<String, String> explanations) {
        return new Row(name, standing, nil, values, Map.of(), explanations);
    }

    private static String text(byte[] file) throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file));
                var words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }
}
