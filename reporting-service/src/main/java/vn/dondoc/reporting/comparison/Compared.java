package vn.dondoc.reporting.comparison;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Measure;

/**
 * What an agency has in an indicator, beside others.
 *
 * @param before value of the period before; {@code null} if there was none
 * @param rank 1 for the best; equal values share one; {@code null} where there is no value
 * @param among how many have a rank
 */
public record Compared(
        Indicator indicator,
        Standing standing,
        @Nullable BigDecimal before,
        @Nullable Integer rank,
        int among) {

    static final Comparator<Compared> BY_RANK = Comparator.comparing(
                    Compared::rank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(it -> it.standing().agency());

    static final Comparator<Compared> BY_LOSS =
            Comparator.comparing(Compared::lost, Comparator.nullsLast(Comparator.reverseOrder()));

    static Compared of(Indicator indicator, Standing standing, @Nullable BigDecimal before, Peers peers) {
        BigDecimal value = standing.value();
        return indicator.measure() instanceof Measure.Rank given
                ? new Compared(indicator, standing, before, value == null ? null : value.intValue(), given.among())
                : new Compared(indicator, standing, before, value == null ? null : peers.rank(value), peers.count());
    }

    /** What it rose by since the period before. */
    public @Nullable BigDecimal change() {
        return standing.value() == null || before == null
                ? null
                : standing.value().subtract(before);
    }

    /** Points that can be had at most. */
    public @Nullable BigDecimal maximum() {
        return indicator.measure() instanceof Measure.Score score ? score.maximum() : null;
    }

    /** Points that could have been had and were not. */
    public @Nullable BigDecimal lost() {
        BigDecimal maximum = maximum();
        return standing.value() == null || maximum == null ? null : maximum.subtract(standing.value());
    }
}
