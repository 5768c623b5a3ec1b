package vn.dondoc.reporting.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.Condition;
import vn.dondoc.reporting.form.Outlier;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.report.Report;

/**
 * A report as a workbook (XLSX): what it is for stands in locked cells, what is to be filled in is open, bounds are rules of
 * the cells and the checks of the form are formulas, so that a slip is seen before it is sent.
 */
public final class WriteWorkbook {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String HEADING = "D9E2F3";
    private static final String OPEN = "FFF9DB";
    private static final String NUMBER = "#,##0.######";

    private WriteWorkbook() {}

    /** @param before what was filed for the period before */
    public static byte[] of(Report report, Versioned<ReportForm> form, Map<String, BigDecimal> before) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Don Doc", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(Sheet.NAME);
            new Page(sheet, report, form.state(), new Sheet(form.state()), before).write(form.version());
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return bytes.toByteArray();
    }

    private record Page(Worksheet sheet, Report report, ReportForm form, Sheet places, Map<String, BigDecimal> before) {

        void write(long version) throws IOException {
            sheet.width(Sheet.CODE, 22);
            sheet.width(Sheet.ELEMENT, 62);
            sheet.width(Sheet.UNIT, 16);
            sheet.width(Sheet.VALUE, 18);
            sheet.width(Sheet.BEFORE, 36);
            head(version);
            elements();
            texts();
            checks();
            sheet.freezePane(0, Sheet.HEADINGS_ROW + 1);
            sheet.setFitToPage(true);
            sheet.fitToWidth((short) 1);
            sheet.pageOrientation("landscape");
            sheet.protect("");
            sheet.finish();
        }

        private void head(long version) {
            sheet.value(Sheet.TITLE_ROW, Sheet.LABELS, form.name());
            sheet.style(Sheet.TITLE_ROW, Sheet.LABELS).bold().fontSize(16).set();
            label(Sheet.FORM_ROW, "Mã biểu mẫu", report.form());
            label(Sheet.PERIOD_ROW, "Kỳ báo cáo", report.period());
            label(Sheet.AGENCY_ROW, "Cơ quan", report.agency());
            label(Sheet.VERSION_ROW, "Bản biểu mẫu", String.valueOf(version));
            label(Sheet.DUE_ROW, "Hạn nộp", DAY.format(report.dueOn()));
            label(Sheet.NIL_ROW, "Không phát sinh (x)", report.draft().nil() ? "x" : "");
            open(Sheet.NIL_ROW, Sheet.HEAD_VALUES);
            sheet.range(Sheet.NIL_ROW, Sheet.HEAD_VALUES, Sheet.NIL_ROW, Sheet.HEAD_VALUES)
                    .validateWithListByFormula("\"x\"");
        }

        private void label(int row, String label, String value) {
            sheet.value(row, Sheet.LABELS, label);
            sheet.style(row, Sheet.LABELS).bold().set();
            if (!value.isEmpty()) {
                sheet.value(row, Sheet.HEAD_VALUES, value);
            }
        }

        private void headings(int row, String... names) {
            for (int column = 0; column < names.length; column++) {
                sheet.value(row, column, names[column]);
                sheet.style(row, column)
                        .bold()
                        .fillColor(HEADING)
                        .borderStyle("thin")
                        .wrapText(true)
                        .set();
            }
        }

        private void elements() {
            headings(Sheet.HEADINGS_ROW, "Mã số liệu", "Số liệu", "Đơn vị", "Giá trị", "Kỳ trước");
            Map<String, Integer> rows = places.elementRows();
            for (ReportForm.DataElement it : form.elements()) {
                it.parts().forEach(part -> figure(part, rows.getOrDefault(part.code(), 0)));
                if (!it.by().isEmpty()) {
                    sum(it, rows);
                }
            }
        }

        private void figure(ReportForm.DataElement it, int row) {
            name(row, it, it.required() ? it.name() + " (bắt buộc)" : it.name());
            BigDecimal value = report.draft().values().get(it.code());
            if (value != null) {
                sheet.value(row, Sheet.VALUE, value);
            }
            open(row, Sheet.VALUE);
            rule(it, row);
        }

        /** A sum is a formula, and blank while one of its parts is. */
        private void sum(ReportForm.DataElement it, Map<String, Integer> rows) {
            int row = rows.getOrDefault(it.code(), 0);
            name(row, it, it.name() + " – tổng");
            List<String> parts = it.parts().stream()
                    .map(part -> Sheet.address(rows.getOrDefault(part.code(), 0), Sheet.VALUE))
                    .toList();
            String all = parts.getFirst() + ":" + parts.getLast();
            sheet.formula(row, Sheet.VALUE, "IF(COUNT(" + all + ")=" + parts.size() + ",SUM(" + all + "),\"\")");
            sheet.style(row, Sheet.VALUE).bold().format(NUMBER).set();
        }

        private void name(int row, ReportForm.DataElement it, String name) {
            sheet.value(row, Sheet.CODE, it.code());
            sheet.value(row, Sheet.ELEMENT, name);
            sheet.style(row, Sheet.ELEMENT).wrapText(true).set();
            sheet.value(row, Sheet.UNIT, it.unit());
            BigDecimal last = before.get(it.code());
            if (last != null) {
                sheet.value(row, Sheet.BEFORE, last);
                sheet.style(row, Sheet.BEFORE).format(NUMBER).set();
            }
        }

        private void texts() {
            if (form.texts().isEmpty()) {
                return;
            }
            headings(places.textsRow(), "Mã nội dung", "Nội dung", "", "Trả lời", "");
            places.textRows().forEach((code, row) -> {
                sheet.value(row, Sheet.CODE, code);
                open(row, Sheet.VALUE);
                sheet.range(row, Sheet.VALUE, row, Sheet.BEFORE).merge();
                String said = report.draft().texts().get(code);
                if (said != null) {
                    sheet.value(row, Sheet.VALUE, said);
                }
            });
            for (ReportForm.TextElement it : form.texts()) {
                int row = places.textRows().getOrDefault(it.code(), 0);
                sheet.value(row, Sheet.ELEMENT, it.required() ? it.name() + " (bắt buộc)" : it.name());
                sheet.style(row, Sheet.ELEMENT).wrapText(true).set();
            }
        }

        /** The library writes formulas as they are. */
        private static String xml(String formula) {
            return formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }

        private void open(int row, int column) {
            sheet.style(row, column)
                    .protectionOption(ProtectionOption.LOCKED, false)
                    .fillColor(OPEN)
                    .borderStyle("thin")
                    .format(NUMBER)
                    .wrapText(true)
                    .set();
        }

        private void rule(ReportForm.DataElement it, int row) {
            String cell = Sheet.address(row, Sheet.VALUE);
            List<String> must = new ArrayList<>(List.of("ISNUMBER(" + cell + ")"));
            List<String> said = new ArrayList<>(List.of("Một số"));
            if (it.kind() == ReportForm.DataElement.Kind.INTEGER) {
                must.add(cell + "=INT(" + cell + ")");
                said.set(0, "Một số nguyên");
            }
            if (it.min() != null) {
                must.add(cell + ">=" + it.min().toPlainString());
                said.add("ít nhất " + it.min().toPlainString());
            }
            if (it.max() != null) {
                must.add(cell + "<=" + it.max().toPlainString());
                said.add("nhiều nhất " + it.max().toPlainString());
            }
            sheet.range(row, Sheet.VALUE, row, Sheet.VALUE)
                    .validateWithFormula(xml("AND(" + String.join(",", must) + ")"))
                    .allowBlank(true)
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle("Số liệu chưa đúng")
                    .error(String.join(", ", said) + ".");
        }

        private void checks() {
            if (form.checks().isEmpty()) {
                return;
            }
            headings(places.checksRow(), "Mã kiểm tra", "Kiểm tra", "", "Kết quả", "Giải trình");
            Map<String, Integer> rows = places.checkRows();
            for (Check it : form.checks()) {
                int row = rows.getOrDefault(it.code(), 0);
                sheet.value(row, Sheet.CODE, it.code());
                sheet.value(row, Sheet.MESSAGE, it.message());
                sheet.style(row, Sheet.MESSAGE).wrapText(true).set();
                switch (it.rule()) {
                    case Condition rule -> sheet.formula(row, Sheet.RESULT, formula(rule, it.severity()));
                    case Outlier rule -> sheet.value(row, Sheet.RESULT, "Kiểm tra khi nộp");
                }
                if (it.severity() == Check.Severity.EXPLAIN) {
                    String explained = report.draft().explanations().get(it.code());
                    if (explained != null) {
                        sheet.value(row, Sheet.EXPLANATION, explained);
                    }
                    open(row, Sheet.EXPLANATION);
                }
            }
        }

        private String formula(Condition rule, Check.Severity severity) {
            String blanks = rule.expression().variables().stream()
                    .map(places::cellOf)
                    .map(cell -> cell + "=\"\"")
                    .collect(Collectors.joining(","));
            String otherwise = severity == Check.Severity.BLOCK ? "Chưa đúng" : "Cần giải trình";
            return xml("IF(OR(" + blanks + "),\"\",IFERROR(IF(" + rule.spreadsheet(places::cellOf) + ",\"Đạt\",\""
                    + otherwise + "\"),\"\"))");
        }
    }
}
