package vn.dondoc.reporting.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an agency writes into a report. A data element that is absent, or null, was left blank, which is not zero.
 *
 * @param values by data element; of one that is broken down by each of its figures, and their sum
 * @param texts by text element
 * @param files beside it, the first handed in first
 * @param explanations of what the form asks to be explained, by code of its check
 * @param nil whether it is declared that there is nothing to report
 */
public record Content(
        Map<String, BigDecimal> values,
        Map<String, String> texts,
        List<AttachedFile> files,
        Map<String, String> explanations,
        boolean nil) {

    /** As a report that is sent as JSON. */
    private static final int MOST_DECIMALS = 6;

    private static final int MOST_INTEGER_DIGITS = 20;

    public static final Content NOTHING = new Content(Map.of(), Map.of(), false);

    public Content {
        Map<String, BigDecimal> filledIn = new TreeMap<>(values);
        filledIn.values().removeIf(Objects::isNull);
        values = Collections.unmodifiableMap(filledIn);
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        files = List.copyOf(files);
        explanations = Collections.unmodifiableMap(new TreeMap<>(explanations));
    }

    /** Figures and explanations alone. */
    public Content(Map<String, BigDecimal> values, Map<String, String> explanations, boolean nil) {
        this(values, Map.of(), List.of(), explanations, nil);
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

    /** Whether nothing at all stands in it. */
    boolean isEmpty() {
        return values.isEmpty() && texts.isEmpty() && files.isEmpty();
    }

    Content withValues(Map<String, BigDecimal> others) {
        return new Content(others, texts, files, explanations, nil);
    }

    public Content withFiles(List<AttachedFile> others) {
        return new Content(values, texts, others, explanations, nil);
    }

    /** Figures alone. */
    public static Content of(Map<String, BigDecimal> values) {
        return new Content(values, Map.of(), false);
    }
}
