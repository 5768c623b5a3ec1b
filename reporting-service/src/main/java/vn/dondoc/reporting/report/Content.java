package vn.dondoc.reporting.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an agency writes into a report. A data element that is absent, or null, was left blank, which is not zero.
 *
 * @param values by data element
 * @param explanations of what the form asks to be explained, by code of its check
 * @param nil whether it is declared that there is nothing to report
 */
public record Content(Map<String, BigDecimal> values, Map<String, String> explanations, boolean nil) {

    /** As a report that is sent as JSON. */
    private static final int MOST_DECIMALS = 6;

    private static final int MOST_INTEGER_DIGITS = 20;

    public static final Content NOTHING = new Content(Map.of(), Map.of(), false);

    public Content {
        Map<String, BigDecimal> filledIn = new TreeMap<>(values);
        filledIn.values().removeIf(Objects::isNull);
        values = Collections.unmodifiableMap(filledIn);
        explanations = Collections.unmodifiableMap(new TreeMap<>(explanations));
    }

    /** A number as a cell of a table holds it, with a decimal point; nothing if it is none that a report may have. */
    public static Optional<BigDecimal> number(String cell) {
        try {
            var value = new BigDecimal(cell);
            boolean fits =
                    value.scale() <= MOST_DECIMALS && (long) value.precision() - value.scale() <= MOST_INTEGER_DIGITS;
            return fits ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException text) {
            return Optional.empty();
        }
    }

    /** Figures alone. */
    public static Content of(Map<String, BigDecimal> values) {
        return new Content(values, Map.of(), false);
    }
}
