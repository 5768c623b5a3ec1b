package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.reporting.indicator.Figure;

/**
 * How far a recount is, and what it found.
 *
 * @param read records of the topics that were read
 * @param total records that they held when it began
 * @param figures that were counted
 * @param differences figures that are served otherwise
 * @param first of those differences
 * @param tookOver whether what was counted is served since
 * @param failure why it could not be done; {@code null} if it could
 */
public record Recount(
        State state,
        long read,
        long total,
        int figures,
        int differences,
        List<Difference> first,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        boolean tookOver,
        @Nullable String failure) {

    static final Recount NONE = new Recount(State.NONE, 0, 0, 0, 0, List.of(), null, null, false, null);

    /** Where it stands. */
    public enum State {
        NONE,
        READING,
        COMPARING,
        DONE,
        FAILED
    }

    /**
     * A figure that is served otherwise than it was counted.
     *
     * @param served what is served; {@code null} if nothing is
     * @param counted what was counted; {@code null} if nothing was
     */
    public record Difference(
            String key, @Nullable String served, @Nullable String counted) {}

    public Recount {
        first = List.copyOf(first);
    }

    static Recount started(Instant at, long total) {
        return new Recount(State.READING, 0, total, 0, 0, List.of(), at, null, false, null);
    }

    Recount reading(long soFar, int found) {
        return new Recount(State.READING, soFar, total, found, 0, List.of(), startedAt, null, false, null);
    }

    Recount comparing(int found) {
        return new Recount(State.COMPARING, total, total, found, 0, List.of(), startedAt, null, false, null);
    }

    Recount done(Instant at, int found, List<Difference> all, int shown, boolean takenOver) {
        List<Difference> some = all.subList(0, Math.min(shown, all.size()));
        return new Recount(State.DONE, total, total, found, all.size(), some, startedAt, at, takenOver, null);
    }

    Recount failed(Instant at, String why) {
        return new Recount(State.FAILED, read, total, figures, 0, List.of(), startedAt, at, false, why);
    }

    boolean isRunning() {
        return state == State.READING || state == State.COMPARING;
    }

    /**
     * What a reader of a figure relies on.
     *
     * @param text written so that equal figures are written alike
     * @param reported how many reports are behind it
     */
    record Said(String text, int reported) {}

    static Said said(IndicatorComputed it) {
        Stream<String> held = it.attainments().stream()
                .map(target -> target.targetId() + (target.met() ? " met " : " missed ") + plain(target.gap()));
        return said(it.value(), it.numerator(), it.denominator(), it.reported(), it.expected(), held);
    }

    static Said said(Figure it) {
        Stream<String> held = it.attainments().stream()
                .map(target -> target.targetId() + (target.met() ? " met " : " missed ") + plain(target.gap()));
        return said(it.value(), it.numerator(), it.denominator(), it.reported(), it.expected(), held);
    }

    private static Said said(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            int reported,
            int expected,
            Stream<String> held) {
        String text = plain(value) + " = " + plain(numerator) + " / " + plain(denominator) + ", " + reported + " of "
                + expected + held.sorted(Comparator.naturalOrder()).toList();
        return new Said(text, reported);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }
}
