package vn.dondoc.reporting.form;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.formula.Expression;

/**
 * What must be true of the figures of a report, such as {@code A + B <= C} or {@code C <= 2 * PREV_C}, where {@code PREV_C} is
 * what was filed for C for the period before.
 */
public record Condition(Expression expression) implements Rule {

    /** How the name of a figure of the period before begins. */
    public static final String BEFORE = "PREV_";

    static final int MOST_CHARACTERS = 500;

    /**
     * @param pointer where it stands in the request, for the error
     * @throws Failure.Invalid if it is no condition over figures
     */
    public static Condition parse(String pointer, String text) {
        return new Condition(Expression.condition(pointer, text, MOST_CHARACTERS));
    }

    public String text() {
        return expression.text();
    }

    /** Of this period or the one before. */
    @Override
    public List<String> elements() {
        return expression.variables().stream()
                .map(it -> it.startsWith(BEFORE) ? it.substring(BEFORE.length()) : it)
                .distinct()
                .toList();
    }

    @Override
    public int looksBack() {
        return expression.variables().stream().anyMatch(it -> it.startsWith(BEFORE)) ? 1 : 0;
    }

    @Override
    public Optional<String> broken(Map<String, BigDecimal> values, Earlier earlier) {
        return holds(values, earlier).filter(it -> !it).map(it -> text());
    }

    /** Whether it is true; nothing if it cannot be said, because a figure is blank or a divisor is zero. */
    Optional<Boolean> holds(Map<String, BigDecimal> values, Earlier earlier) {
        Map<String, BigDecimal> both = new HashMap<>(values);
        earlier.before().forEach((element, value) -> both.put(BEFORE + element, value));
        return expression.truth(both);
    }

    /** @see Expression#spreadsheet */
    public String spreadsheet(UnaryOperator<String> cell) {
        return expression.spreadsheet(cell);
    }

    @Override
    public String toString() {
        return text();
    }
}
