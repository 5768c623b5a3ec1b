package vn.dondoc.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.reporting.indicator.Figure;

class FigureFileTests {

    private static final List<Figure> FIGURES =
            List.of(figure("=cmd|' /C calc'!A0", "2021-H1", "-5.50"), figure("Tỷ lệ \"một cửa\", %", "2021-09", null));

    @Test
    void aTextInCsvNeverBeginsAFormulaAndNumbersStayNumbers() {
        String csv = new String(FigureFile.CSV.of(FIGURES), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFMã chỉ tiêu,");
        assertThat(csv).contains("I,'=cmd|' /C calc'!A0,A.ubnd,2021-H1,Đã nộp,-5.50,%");
        assertThat(csv).contains("I,\"Tỷ lệ \"\"một cửa\"\", %\",A.ubnd,2021-09,Đã nộp,,%");
    }

    @Test
    void aTextInAWorkbookIsAText() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(FigureFile.XLSX.of(FIGURES)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellAsNumber(5)).contains(new BigDecimal("-5.50"));
        }
    }

    @Test
    void machinesGetPeriodsAsSdmxWritesThemAndAMissingObservationSaysSo() {
        List<String> lines = new String(FigureFile.SDMX_CSV.of(FIGURES), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines.get(1)).contains(",S,A.ubnd,I,FILED,2021-S1,-5.50,A,");
        assertThat(lines.get(2)).contains(",M,A.ubnd,I,FILED,2021-09,,M,");
        assertThat(lines).allSatisfy(it -> assertThat(it.split(",", -1)).hasSize(16));
    }

    private static Figure figure(String name, String period, @Nullable String value) {
        return new Figure(
                "I",
                name,
                "A",
                "A.ubnd",
                period,
                "FILED",
                "OF_PERIOD",
                value == null ? null : new BigDecimal(value),
                null,
                null,
                "%",
                1,
                3,
                List.of(),
                null,
                1,
                1L);
    }
}
