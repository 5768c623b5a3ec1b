package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the stores of the aggregation hold. Keys are joined with {@link #SEPARATOR}, so that a prefix finds a range. */
final class Cells {

    static final char SEPARATOR = '|';

    private Cells() {}

    /**
     * A report as it counts on one basis.
     *
     * @param values {@code null} once it was withdrawn
     * @param onTime whether it was filed by its last day; {@code null} where that was not said
     */
    record Contribution(
            long sequence,
            List<String> ancestors,
            @Nullable Map<String, BigDecimal> values,
            @Nullable Boolean onTime) {

        boolean wasOnTime() {
            return values != null && Boolean.TRUE.equals(onTime);
        }
    }

    /** A total of one indicator for one agency, period and basis. */
    record Total(BigDecimal numerator, BigDecimal denominator, int reported) {

        static final Total NOTHING = new Total(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Total plus(Part part) {
            return new Total(numerator.add(part.numerator()), denominator.add(part.denominator()), reported + 1);
        }

        Total minus(Part part) {
            return new Total(
                    numerator.subtract(part.numerator()), denominator.subtract(part.denominator()), reported - 1);
        }
    }

    /** One report's part in a total. */
    record Part(BigDecimal numerator, BigDecimal denominator) {}

    /** The last figure that was published under a key, and how often one was. */
    record Published(
            long sequence, String fingerprint, @Nullable BigDecimal value) {}

    /** A figure that is to be published, on account of the latest fact that changed it. */
    record Due(
            Fact.Origin origin,
            long timestamp,
            String province,
            String form,
            String indicator,
            String agency,
            String period,
            String basis) {}

    static String key(String... parts) {
        return String.join(String.valueOf(SEPARATOR), parts);
    }

    /** The smallest key that no longer begins with {@code prefix}. */
    static String afterPrefix(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) + 1);
    }
}
