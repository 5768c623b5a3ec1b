package vn.dondoc.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.apache.parquet.format.Type;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.reporting.indicator.Figure;

class FigureFileTests {

    private static final List<Figure> FIGURES =
            List.of(figure("=cmd|' /C calc'!A0", "2021-H1", "-5.50"), figure("Tỷ lệ \"một cửa\", %", "2021-09", null));

    private static final Exported EXPORTED = new Exported(FIGURES, Map.of("A.ubnd", "UBND tỉnh"));

    @Test
    void aTextInCsvNeverBeginsAFormulaAndNumbersStayNumbers() {
        String csv = new String(FigureFile.CSV.of(EXPORTED), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFMã chỉ tiêu,");
        assertThat(csv).contains("I,'=cmd|' /C calc'!A0,A.ubnd,UBND tỉnh,2021-H1,Đã nộp,-5.50,%");
        assertThat(csv).contains("I,\"Tỷ lệ \"\"một cửa\"\", %\",A.ubnd,UBND tỉnh,2021-09,Đã nộp,,%");
    }

    @Test
    void aTextInAWorkbookIsAText() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(FigureFile.XLSX.of(EXPORTED)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellAsNumber(6)).contains(new BigDecimal("-5.50"));
        }
    }

    @Test
    void machinesGetIdsAndPeriodsAsSdmxWritesThemAndAMissingObservationSaysWhy() {
        List<String> lines = new String(FigureFile.SDMX_CSV.of(EXPORTED), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines.get(1))
                .isEqualTo("dataflow,DONDOC:FIGURES(1.0),R,S,A@ubnd,I,FILED,2021-S1,-5.50,A,$0025,,,1,3,1");
        assertThat(lines.get(2)).contains(",M,A@ubnd,I,FILED,2021-09,,M,");
        assertThat(Sdmx.id("000.00.08.H40")).isEqualTo("000@00@08@H40");
        assertThat(Sdmx.id("đ@_-")).as("no two codes become the same").isEqualTo("$0111$0040_-");
    }

    /** The guide: the columns after the first three are the components; a coded one holds ids of its list. */
    @Test
    void theStructureDeclaresEveryColumnAndEveryCodeOfTheFile() throws Exception {
        var structure = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(FigureFile.SDMX_STRUCTURE.of(EXPORTED)));
        XPath xpath = XPathFactory.newInstance().newXPath();
        List<String> lines = new String(FigureFile.SDMX_CSV.of(EXPORTED), StandardCharsets.UTF_8)
                .lines()
                .toList();
        String[] header = lines.getFirst().split(",");
        for (int column = 3; column < header.length; column++) {
            String component = "//*[@id='" + header[column] + "'][*[local-name()='LocalRepresentation'] or "
                    + "*[name()='str:LocalRepresentation']]";
            assertThat(xpath.evaluate("count(" + component + ")", structure))
                    .as(header[column])
                    .isEqualTo("1");
            String list = xpath.evaluate(component + "//*[name()='str:Enumeration']", structure)
                    .replaceAll(".*:(CL_[A-Z_]+)\\(1.0\\)", "$1");
            for (String line : lines.subList(1, lines.size())) {
                String cell = line.split(",", -1)[column];
                if (!list.isEmpty()) {
                    String code = "//*[name()='str:Codelist'][@id='" + list + "']/*[@id='" + cell + "']";
                    assertThat(xpath.evaluate("count(" + code + ")", structure))
                            .as(list + " " + cell)
                            .isEqualTo("1");
                }
            }
        }
        assertThat(xpath.evaluate("//*[@id='A@ubnd']/*[1]", structure)).isEqualTo("UBND tỉnh");
    }

    @Test
    void dataTeamsGetExactDecimalsWithTheirTypes() throws IOException {
        ParquetFooter footer = ParquetFooter.of(FigureFile.PARQUET.of(EXPORTED));
        assertThat(footer.said().getNum_rows()).isEqualTo(2);
        assertThat(footer.least("value")).isEqualByComparingTo("-5.50");
        assertThat(footer.blanks("value")).isEqualTo(1);
        assertThat(footer.column("value").getLogicalType().getDECIMAL().getPrecision())
                .isEqualTo(38);
        assertThat(footer.greatestText("agency_name")).isEqualTo("UBND tỉnh");
        assertThat(footer.column("expected").getType()).isEqualTo(Type.INT32);
        assertThat(ParquetFooter.of(FigureFile.PARQUET.of(new Exported(List.of(), Map.of())))
                        .said()
                        .getNum_rows())
                .isZero();
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
