package vn.dondoc.reporting.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.failure.Failure;

/**
 * One signed data element of a sum. Sums are all a numerator or denominator needs, and they stay exact: an expression
 * language would bring binary floating point with it.
 */
public record Term(String element, boolean negative) {

    private static final Pattern TERM = Pattern.compile("\\s*([+-])?\\s*([A-Z][A-Z0-9_]*)\\s*");

    /**
     * Reads a sum such as {@code A + B - C}.
     *
     * @param pointer where it stands in the request, for the error
     */
    public static List<Term> sum(String pointer, String expression) {
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(expression);
        int at = 0;
        while (at < expression.length()
                && matcher.region(at, expression.length()).lookingAt()) {
            if (!terms.isEmpty() && matcher.group(1) == null) {
                break;
            }
            terms.add(new Term(matcher.group(2), "-".equals(matcher.group(1))));
            at = matcher.end();
        }
        if (at < expression.length() || terms.isEmpty()) {
            throw new Failure.Invalid(pointer, "reporting.no-sum");
        }
        return terms;
    }
}
