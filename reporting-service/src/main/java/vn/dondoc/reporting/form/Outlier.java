package vn.dondoc.reporting.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a figure lies far from what the same agency filed before. Both methods hold it against the middle of the earlier
 * figures and not their mean, so that one wild figure among them does not hide the next.
 *
 * @param element the figure
 * @param method how far is told
 * @param limit how many times the spread is still usual
 * @param periods how many periods are looked back; those for which nothing was filed are left out
 */
public record Outlier(String element, Method method, BigDecimal limit, int periods) implements Rule {

    /** Fewer say nothing about a spread. */
    public static final int LEAST_FIGURES = 4;

    public static final int MOST_PERIODS = 24;

    private static final int DECIMALS = 6;

    /** How far from the others is told. */
    public enum Method {

        /**
         * The distance from the median over the median of such distances, times 0.6745; usually 3.5 is far. Where more than
         * half are the same, over 1.2533 times the mean of the distances.
         *
         * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm">Iglewicz and Hoaglin, in the
         *     e-Handbook of Statistical Methods 1.3.5.17</a>
         */
        MODIFIED_Z_SCORE(new BigDecimal("3.5")) {
            @Override
            Range usual(List<BigDecimal> sorted, BigDecimal limit) {
                BigDecimal middle = median(sorted);
                List<BigDecimal> distances = sorted.stream()
                        .map(it -> it.subtract(middle).abs())
                        .sorted()
                        .toList();
                BigDecimal spread = median(distances).divide(QUARTER_OF_NORMAL, DECIMALS, RoundingMode.HALF_UP);
                if (spread.signum() == 0) {
                    spread = distances.stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .multiply(MEAN_OF_NORMAL)
                            .divide(BigDecimal.valueOf(sorted.size()), DECIMALS, RoundingMode.HALF_UP);
                }
                return Range.around(middle, middle, limit.multiply(spread));
            }
        },

        /**
         * The distance from the quartiles over that between them; usually 1.5 is far (Tukey's fences). The quartiles are the
         * medians of both halves.
         *
         * @see <a href="https://www.itl.nist.gov/div898/handbook/prc/section1/prc16.htm">e-Handbook of Statistical Methods
         *     7.1.6</a>
         */
        QUARTILE_FENCES(new BigDecimal("1.5")) {
            @Override
            Range usual(List<BigDecimal> sorted, BigDecimal limit) {
                int half = sorted.size() / 2;
                BigDecimal lower = median(sorted.subList(0, half));
                BigDecimal upper = median(sorted.subList(sorted.size() - half, sorted.size()));
                return Range.around(lower, upper, limit.multiply(upper.subtract(lower)));
            }
        };

        /** The median distance of a normal distribution with a standard deviation of 1. */
        private static final BigDecimal QUARTER_OF_NORMAL = new BigDecimal("0.6745");

        /** A standard deviation of 1 over the mean distance of a normal distribution. */
        private static final BigDecimal MEAN_OF_NORMAL = new BigDecimal("1.2533");

        private final BigDecimal usualLimit;

        Method(BigDecimal usualLimit) {
            this.usualLimit = usualLimit;
        }

        /** What the method calls far unless something else is said. */
        public BigDecimal usualLimit() {
            return usualLimit;
        }

        /** @param sorted at least {@link #LEAST_FIGURES} */
        abstract Range usual(List<BigDecimal> sorted, BigDecimal limit);
    }

    /** Where a figure is usual, both ends with it. */
    record Range(BigDecimal from, BigDecimal to) {

        static Range around(BigDecimal lower, BigDecimal upper, BigDecimal distance) {
            return new Range(lower.subtract(distance), upper.add(distance));
        }

        boolean holds(BigDecimal value) {
            return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
        }
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO);
    }

    @Override
    public List<String> elements() {
        return List.of(element);
    }

    @Override
    public int looksBack() {
        return periods;
    }

    @Override
    public Optional<String> broken(Map<String, BigDecimal> values, Earlier earlier) {
        BigDecimal value = values.get(element);
        List<BigDecimal> others = earlier.filed().stream()
                .limit(periods)
                .map(it -> it.get(element))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (value == null || others.size() < LEAST_FIGURES) {
            return Optional.empty();
        }
        Range usual = method.usual(others, limit);
        return usual.holds(value)
                ? Optional.empty()
                : Optional.of(written(usual.from()) + " <= " + element + " <= " + written(usual.to()));
    }

    private static String written(BigDecimal bound) {
        return bound.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
