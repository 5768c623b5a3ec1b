package vn.dondoc.reporting.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.Condition;
import vn.dondoc.reporting.form.ReportForm;

/**
 * Where things stand in the workbook of a form, written and read alike. Rows and columns count from 0; addresses are those
 * that a person sees.
 */
final class Sheet {

    static final String NAME = "Báo cáo";

    static final int LABELS = 0;
    static final int HEAD_VALUES = 1;
    static final int TITLE_ROW = 0;
    static final int FORM_ROW = 1;
    static final int PERIOD_ROW = 2;
    static final int AGENCY_ROW = 3;
    static final int VERSION_ROW = 4;
    static final int DUE_ROW = 5;
    static final int NIL_ROW = 6;
    static final int HEADINGS_ROW = 8;

    static final int CODE = 0;
    static final int ELEMENT = 1;
    static final int UNIT = 2;
    static final int VALUE = 3;
    static final int BEFORE = 4;

    static final int MESSAGE = 1;
    static final int RESULT = 3;
    static final int EXPLANATION = 4;

    private final Map<String, Integer> elementRows;
    private final Map<String, Integer> textRows;
    private final Map<String, Integer> checkRows;

    Sheet(ReportForm form) {
        this.elementRows = rows(
                form.figuresAndSums().stream().map(ReportForm.DataElement::code).toList(), HEADINGS_ROW + 1);
        this.textRows =
                rows(form.texts().stream().map(ReportForm.TextElement::code).toList(), textsRow() + 1);
        this.checkRows = rows(form.checks().stream().map(Check::code).toList(), checksRow() + 1);
    }

    /** Row of each figure, in the order of the form; the sum of those that are broken down stands below its parts. */
    Map<String, Integer> elementRows() {
        return elementRows;
    }

    /** Row of the headings of the texts. */
    int textsRow() {
        return HEADINGS_ROW + elementRows.size() + 2;
    }

    /** Row of each text. */
    Map<String, Integer> textRows() {
        return textRows;
    }

    /** Row of the headings of the checks. */
    int checksRow() {
        return textsRow() + (textRows.isEmpty() ? 0 : textRows.size() + 2);
    }

    /** Row of each check. */
    Map<String, Integer> checkRows() {
        return checkRows;
    }

    private static Map<String, Integer> rows(List<String> codes, int first) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        codes.forEach(it -> rows.put(it, first + rows.size()));
        return rows;
    }

    /** Cell of a figure, by its name in a {@link Condition}. */
    String cellOf(String variable) {
        boolean before = variable.startsWith(Condition.BEFORE);
        String element = before ? variable.substring(Condition.BEFORE.length()) : variable;
        return address(elementRows.getOrDefault(element, HEADINGS_ROW), before ? BEFORE : VALUE);
    }

    /** As a person names a cell: {@code D10}. */
    static String address(int row, int column) {
        return (char) ('A' + column) + String.valueOf(row + 1);
    }

    /**
     * Where in the workbook stands what is wrong in a report.
     *
     * @param pointer into a report, such as {@code /values/X}
     * @return such as {@code Báo cáo!D10}; the pointer itself for what has no cell
     */
    String cellAt(String pointer) {
        int cut = pointer.lastIndexOf('/');
        String code = pointer.substring(cut + 1);
        String at = switch (pointer.substring(0, Math.max(0, cut))) {
            case "/values" -> address(elementRows.getOrDefault(code, HEADINGS_ROW), VALUE);
            case "/texts" -> address(textRows.getOrDefault(code, textsRow()), VALUE);
            case "/explanations" -> address(checkRows.getOrDefault(code, checksRow()), EXPLANATION);
            default ->
                switch (pointer) {
                    case "/values" -> address(HEADINGS_ROW, VALUE);
                    case "/nil" -> address(NIL_ROW, HEAD_VALUES);
                    case "/period" -> address(PERIOD_ROW, HEAD_VALUES);
                    case "/form" -> address(FORM_ROW, HEAD_VALUES);
                    case "/agency" -> address(AGENCY_ROW, HEAD_VALUES);
                    case "/version" -> address(VERSION_ROW, HEAD_VALUES);
                    default -> "";
                };
        };
        return at.isEmpty() ? pointer : NAME + "!" + at;
    }
}
