package vn.dondoc.reporting.export;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Cells of a comma-separated table, quoted as RFC 4180 has it. */
final class Cells {

    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private Cells() {}

    static String csv(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    /** For a spreadsheet: a text that would be taken for a formula has an apostrophe before it. */
    static String forPeople(@Nullable Object value) {
        boolean formula =
                value instanceof String text && !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return csv(formula ? "'" + value : value);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
