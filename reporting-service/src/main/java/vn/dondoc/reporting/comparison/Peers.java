package vn.dondoc.reporting.comparison;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** The values of those that one is ranked among, best first. */
final class Peers {

    private final BigDecimal[] values;
    private final Comparator<BigDecimal> bestFirst;

    Peers(Collection<BigDecimal> values, boolean lowerIsBetter) {
        this.bestFirst = lowerIsBetter ? Comparator.naturalOrder() : Comparator.reverseOrder();
        this.values = values.stream().sorted(bestFirst).toArray(BigDecimal[]::new);
    }

    int count() {
        return values.length;
    }

    /** One more than are better. */
    int rank(BigDecimal value) {
        int at = Arrays.binarySearch(values, value, bestFirst);
        int better = at < 0 ? -at - 1 : at;
        while (better > 0 && values[better - 1].compareTo(value) == 0) {
            better--;
        }
        return better + 1;
    }
}
