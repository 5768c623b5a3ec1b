package vn.dondoc.reporting.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an agency writes into a report. A data element that is absent was left blank, which is not zero.
 *
 * @param values by data element
 * @param explanations of what the form asks to be explained, by code of its check
 * @param nil whether it is declared that there is nothing to report
 */
public record Content(Map<String, BigDecimal> values, Map<String, String> explanations, boolean nil) {

    public static final Content NOTHING = new Content(Map.of(), Map.of(), false);

    public Content {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        explanations = Collections.unmodifiableMap(new TreeMap<>(explanations));
    }

    /** Figures alone. */
    public static Content of(Map<String, BigDecimal> values) {
        return new Content(values, Map.of(), false);
    }
}
