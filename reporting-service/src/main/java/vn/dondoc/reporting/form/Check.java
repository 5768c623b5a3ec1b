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
public record Check(String code, Condition condition, Severity severity, String message) {

    /** What happens if it is not true. */
    public enum Severity {
        BLOCK,
        EXPLAIN
    }

    Optional<Finding> finding(
            Map<String, BigDecimal> values, Map<String, BigDecimal> before, Map<String, String> explanations) {
        if (condition.holds(values, before).orElse(true)) {
            return Optional.empty();
        }
        if (severity == Severity.BLOCK) {
            String pointer = "/values/" + condition.elements().getFirst();
            return Optional.of(Finding.wrong(pointer, "reporting.check-failed", message, condition.text()));
        }
        String pointer = "/explanations/" + code;
        return Optional.of(
                explanations.getOrDefault(code, "").isBlank()
                        ? Finding.wrong(pointer, "reporting.explain", message, condition.text())
                        : Finding.noted(pointer, "reporting.explained", message, condition.text()));
    }
}
