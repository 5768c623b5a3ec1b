package vn.dondoc.reporting.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Something that must be true of the figures of a report, or has to be explained if it is not.
 *
 * @param code unique within the form
 * @param message what is wrong if it is not true, in the words of the form
 */
public record Check(String code, Rule rule, Severity severity, String message) {

    /** What happens if it is not true. */
    public enum Severity {
        BLOCK,
        EXPLAIN
    }

    Optional<Finding> finding(Map<String, BigDecimal> values, Earlier earlier, Map<String, String> explanations) {
        return rule.broken(values, earlier).map(it -> severity == Severity.BLOCK ? blocks(it) : asks(it, explanations));
    }

    private Finding blocks(String said) {
        return Finding.wrong("/values/" + rule.elements().getFirst(), "reporting.check-failed", message, said);
    }

    private Finding asks(String said, Map<String, String> explanations) {
        String pointer = "/explanations/" + code;
        return explanations.getOrDefault(code, "").isBlank()
                ? Finding.wrong(pointer, "reporting.explain", message, said)
                : Finding.noted(pointer, "reporting.explained", message, said);
    }
}
