package vn.dondoc.reporting.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.formula.Expression;

/**
 * A {@link Measure} as people write it down, and as it is kept and published.
 *
 * @param numerator what each report adds: an expression over the form's data elements; for a count, what is true of it
 * @param denominator what it is divided by; for a ratio alone
 * @param factor such as 100 for a percentage; {@code null} for 1
 * @param maximum that a score can reach
 * @param among how many are ranked
 */
public record WrittenMeasure(
        Kind kind,
        String numerator,
        @Nullable String denominator,
        @Nullable BigDecimal factor,
        @Nullable BigDecimal maximum,
        @Nullable Integer among) {

    private static final int MOST_CHARACTERS = 2_000;

    /** What a province can define. */
    public enum Kind {
        SUM,
        RATIO,
        AVERAGE,
        COUNT,
        GREATEST,
        LEAST,
        SCORE,
        RANK;

        private boolean hasFactor() {
            return this == SUM || this == RATIO || this == AVERAGE;
        }
    }

    /** A sum, or a ratio if it is divided by something. */
    public static Kind usual(@Nullable String denominator) {
        return denominator == null ? Kind.SUM : Kind.RATIO;
    }

    /**
     * Reads what is written.
     *
     * @throws Failure.Invalid naming what a measure of this kind lacks or cannot have
     */
    public Measure read() {
        refuseWhatDoesNotBelong();
        Expression of = kind == Kind.COUNT
                ? Expression.condition("/numerator", numerator, MOST_CHARACTERS)
                : Expression.number("/numerator", numerator, MOST_CHARACTERS);
        BigDecimal times = Objects.requireNonNullElse(factor, BigDecimal.ONE);
        return switch (kind) {
            case SUM -> new Measure.Sum(of, times);
            case RATIO ->
                new Measure.Ratio(
                        of,
                        Expression.number("/denominator", Objects.requireNonNull(denominator), MOST_CHARACTERS),
                        times);
            case AVERAGE -> new Measure.Average(of, times);
            case COUNT -> new Measure.Count(of);
            case GREATEST -> new Measure.Extreme(of, true);
            case LEAST -> new Measure.Extreme(of, false);
            case SCORE -> new Measure.Score(of, Objects.requireNonNull(maximum));
            case RANK -> new Measure.Rank(of, Objects.requireNonNull(among));
        };
    }

    private void refuseWhatDoesNotBelong() {
        List<Failure.Field> wrong = new ArrayList<>();
        must("/denominator", kind == Kind.RATIO, denominator, wrong);
        must("/maximum", kind == Kind.SCORE, maximum, wrong);
        must("/among", kind == Kind.RANK, among, wrong);
        if (factor != null && factor.compareTo(BigDecimal.ONE) != 0 && !kind.hasFactor()) {
            wrong.add(new Failure.Field("/factor", "reporting.not-of-kind", kind));
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
    }

    private void must(String pointer, boolean belongs, @Nullable Object given, List<Failure.Field> wrong) {
        if (belongs && given == null) {
            wrong.add(new Failure.Field(pointer, "reporting.of-kind", kind));
        } else if (!belongs && given != null) {
            wrong.add(new Failure.Field(pointer, "reporting.not-of-kind", kind));
        }
    }

    /** Writes down what a province defined. */
    public static WrittenMeasure of(Measure measure) {
        return switch (measure) {
            case Measure.Sum it -> of(Kind.SUM, it.of(), null, it.factor());
            case Measure.Ratio it -> of(Kind.RATIO, it.of(), it.per().text(), it.factor());
            case Measure.Average it -> of(Kind.AVERAGE, it.of(), null, it.factor());
            case Measure.Count it -> of(Kind.COUNT, it.when(), null, BigDecimal.ONE);
            case Measure.Extreme it -> of(it.greatest() ? Kind.GREATEST : Kind.LEAST, it.of(), null, BigDecimal.ONE);
            case Measure.Score it ->
                new WrittenMeasure(Kind.SCORE, it.of().text(), null, BigDecimal.ONE, it.maximum(), null);
            case Measure.Rank it ->
                new WrittenMeasure(Kind.RANK, it.of().text(), null, BigDecimal.ONE, null, it.among());
            case Measure.Completeness it -> throw new IllegalArgumentException("nobody writes down " + it);
            case Measure.Timeliness it -> throw new IllegalArgumentException("nobody writes down " + it);
        };
    }

    private static WrittenMeasure of(Kind kind, Expression of, @Nullable String denominator, BigDecimal factor) {
        return new WrittenMeasure(kind, of.text(), denominator, factor, null, null);
    }
}
