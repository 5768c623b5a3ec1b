package vn.dondoc.reporting.formula;

import java.util.List;
import java.util.stream.Collectors;

/** One signed figure of a sum. */
public record Term(String element, boolean negative) {

    /** The sum as an expression. */
    public static String written(List<Term> terms) {
        return terms.stream()
                .map(it -> (it.negative() ? "- " : "+ ") + it.element())
                .collect(Collectors.joining(" "))
                .replaceFirst("^\\+ ", "");
    }
}
