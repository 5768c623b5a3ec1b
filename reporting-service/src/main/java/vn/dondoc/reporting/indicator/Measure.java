package vn.dondoc.reporting.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.formula.Expression;

/**
 * How figures are made of reports: what each report adds to a total, and what the total comes to. Totals are sums, so a
 * report can be taken out again; only the greatest and the least of something have to be looked for.
 */
public sealed interface Measure {

    /** A percentage is of a hundred. */
    BigDecimal HUNDRED = new BigDecimal(100);

    /** What is made of one number of each report. */
    sealed interface OfOneNumber extends Measure permits Sum, Average, Extreme, Score, Rank {

        Expression of();

        @Override
        default Optional<Part> part(Counted report) {
            return number(of(), report).map(Part::of);
        }

        @Override
        default List<Expression> expressions() {
            return List.of(of());
        }
    }

    /** A sum over all reports. */
    record Sum(Expression of, BigDecimal factor) implements OfOneNumber {

        @Override
        public Optional<Fraction> fraction(Total total, int expected) {
            return total.ifReported(new Fraction(total.numerator(), null, factor));
        }
    }

    /**
     * One sum over another: a share, or an average weighted by what is below.
     *
     * @param per what is below
     */
    record Ratio(Expression of, Expression per, BigDecimal factor) implements Measure {

        @Override
        public Optional<Part> part(Counted report) {
            return number(of, report).flatMap(n -> number(per, report).map(d -> new Part(n, d)));
        }

        @Override
        public List<Expression> expressions() {
            return List.of(of, per);
        }

        @Override
        public Optional<Fraction> fraction(Total total, int expected) {
            return total.ifReported(new Fraction(total.numerator(), total.denominator(), factor));
        }
    }

    /** The average over reports, each as much as any other. */
    record Average(Expression of, BigDecimal factor) implements OfOneNumber {

        @Override
        public Optional<Fraction> fraction(Total total, int expected) {
            return total.ifReported(new Fraction(total.numerator(), total.count(), factor));
        }
    }

    /** In how many reports something is true. */
    record Count(Expression when) implements Measure {

        @Override
        public Optional<Part> part(Counted report) {
            return report.filed()
                    .flatMap(when::truth)
                    .map(it -> Part.of(Boolean.TRUE.equals(it) ? BigDecimal.ONE : BigDecimal.ZERO));
        }

        @Override
        public List<Expression> expressions() {
            return List.of(when);
        }

        @Override
        public Optional<Fraction> fraction(Total total, int expected) {
            return total.ifReported(new Fraction(total.numerator(), null, BigDecimal.ONE));
        }
    }

    /** The greatest or the least of all reports; their total holds it in place of a sum. */
    record Extreme(Expression of, boolean greatest) implements OfOneNumber {

        @Override
        public Optional<Fraction> fraction(Total total, int expected) {
            return total.ifReported(new Fraction(total.numerator(), null, BigDecimal.ONE));
        }

        /** The one of two that stands. */
        public BigDecimal of(BigDecimal one, BigDecimal other) {
            return greatest ? one.max(other) : one.min(other);
        }
    }

    /**
     * Points of a most that can be had, such as PAR INDEX or DDCI; the average where several are given.
     *
     * @param maximum that can be had
     */
    record Score(Expression of, BigDecimal maximum) implements OfOneNumber {

        @Override
        public Optional<Fraction> fraction(Total total, int expected) {
            return total.ifReported(new Fraction(total.numerator(), total.count(), BigDecimal.ONE));
        }
    }

    /**
     * A place among others that somebody else gave, 1 being the best. Places of several cannot be put together, so there is
     * one only where one reported.
     *
     * @param among how many have a place
     */
    record Rank(Expression of, int among) implements OfOneNumber {

        @Override
        public Optional<Fraction> fraction(Total total, int expected) {
            return total.reported() == 1
                    ? Optional.of(new Fraction(total.numerator(), null, BigDecimal.ONE))
                    : Optional.empty();
        }
    }

    /** The share of those who owe a report that filed it. */
    record Completeness() implements Measure {

        @Override
        public Optional<Part> part(Counted report) {
            return report.filed().map(it -> Part.of(BigDecimal.ZERO));
        }

        @Override
        public List<Expression> expressions() {
            return List.of();
        }

        @Override
        public Optional<Fraction> fraction(Total total, int expected) {
            return Optional.of(new Fraction(total.count(), BigDecimal.valueOf(expected), HUNDRED));
        }
    }

    /** The share of those who owe a report that filed it by its last day. */
    record Timeliness() implements Measure {

        @Override
        public Optional<Part> part(Counted report) {
            return report.onTime() ? Optional.of(Part.of(BigDecimal.ZERO)) : Optional.empty();
        }

        @Override
        public List<Expression> expressions() {
            return List.of();
        }

        @Override
        public Optional<Fraction> fraction(Total total, int expected) {
            return Optional.of(new Fraction(total.count(), BigDecimal.valueOf(expected), HUNDRED));
        }
    }

    /**
     * A report as far as it counts.
     *
     * @param values {@code null} if it does not
     * @param onTime whether it counts and came by its last day
     */
    record Counted(@Nullable Map<String, BigDecimal> values, boolean onTime) {

        Optional<Map<String, BigDecimal>> filed() {
            return Optional.ofNullable(values);
        }
    }

    /** What one report adds to a total. */
    record Part(BigDecimal numerator, BigDecimal denominator) {

        static Part of(BigDecimal numerator) {
            return new Part(numerator, BigDecimal.ZERO);
        }
    }

    /**
     * What some reports come to.
     *
     * @param reported how many
     */
    record Total(BigDecimal numerator, BigDecimal denominator, int reported) {

        public static final Total NOTHING = new Total(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        public Total plus(Part part) {
            return new Total(numerator.add(part.numerator()), denominator.add(part.denominator()), reported + 1);
        }

        public Total minus(Part part) {
            return new Total(
                    numerator.subtract(part.numerator()), denominator.subtract(part.denominator()), reported - 1);
        }

        /** With the greatest or the least in place of the sum. */
        public Total standing(Extreme measure, Stream<BigDecimal> given) {
            return new Total(given.reduce(measure::of).orElse(BigDecimal.ZERO), BigDecimal.ZERO, reported);
        }

        BigDecimal count() {
            return BigDecimal.valueOf(reported);
        }

        Optional<Fraction> ifReported(Fraction fraction) {
            return reported == 0 ? Optional.empty() : Optional.of(fraction);
        }
    }

    /** What a report adds; nothing if it left a figure blank, because blank is not zero. */
    Optional<Part> part(Counted report);

    /**
     * What a total comes to; nothing if nobody reported.
     *
     * @param expected how many owe a report
     */
    Optional<Fraction> fraction(Total total, int expected);

    /** What the parts of some reports come to. */
    default Total total(List<Part> parts) {
        Total total = Total.NOTHING;
        for (Part it : parts) {
            total = total.plus(it);
        }
        return this instanceof Extreme extreme
                ? total.standing(extreme, parts.stream().map(Part::numerator))
                : total;
    }

    /** What some figures come to together, each as it was before it was multiplied by the factor. */
    default Optional<Fraction> together(List<Fraction> figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        return switch (this) {
            case Extreme it ->
                figures.stream()
                        .map(Fraction::numerator)
                        .reduce(it::of)
                        .map(most -> new Fraction(most, null, BigDecimal.ONE));
            case Rank any -> figures.size() == 1 ? Optional.of(figures.getFirst()) : Optional.empty();
            case Sum it -> Optional.of(Fraction.sum(figures, it.factor()));
            case Ratio it -> Optional.of(Fraction.sum(figures, it.factor()));
            case Average it -> Optional.of(Fraction.sum(figures, it.factor()));
            case Count any -> Optional.of(Fraction.sum(figures, BigDecimal.ONE));
            case Score any -> Optional.of(Fraction.sum(figures, BigDecimal.ONE));
            case Completeness any -> Optional.of(Fraction.sum(figures, HUNDRED));
            case Timeliness any -> Optional.of(Fraction.sum(figures, HUNDRED));
        };
    }

    /** What it reads of a report, first what stands above. */
    List<Expression> expressions();

    /** Codes of the data elements that it reads. */
    default List<String> elements() {
        return expressions().stream()
                .flatMap((Expression it) -> it.variables().stream())
                .distinct()
                .toList();
    }

    private static Optional<BigDecimal> number(Expression of, Counted report) {
        return report.filed().flatMap(of::number);
    }
}
