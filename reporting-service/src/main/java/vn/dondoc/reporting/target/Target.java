package vn.dondoc.reporting.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.indicator.Aim;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Fraction;
import vn.dondoc.reporting.indicator.Indicator;

/**
 * A target that a directive set, or another paper, and the indicator that measures it.
 *
 * @param directiveId {@link #BY_HAND} where a person set it
 * @param directiveNumber of the directive, or of the paper that a person named
 * @param name what is measured, verbatim
 * @param valueMax upper end of a range; {@code null} for other comparators
 * @param indicator code; {@code null} until one is tied to it
 * @param dropped why it holds no longer; {@code null} while it does
 */
public record Target(
        String id,
        String province,
        String directiveId,
        @Nullable String directiveNumber,
        String clause,
        String name,
        @Nullable Aim aim,
        @Nullable BigDecimal value,
        @Nullable BigDecimal valueMax,
        @Nullable String unit,
        @Nullable String year,
        @Nullable String baseline,
        String text,
        @Nullable String indicator,
        @Nullable String dropped) {

    /** In place of the id of a directive. */
    public static final String BY_HAND = "";

    /** Of one that was set by hand; told from an indicator of the same code, on whose topic it is. */
    public static String idOf(String province, String code) {
        return province + "/target/" + code;
    }

    /** One that a person sets. */
    public static Decision<Target, TargetEvent> set(Target it) {
        return said(it);
    }

    /** Another target in its place, whose figures are held against it from now on. */
    public Decision<Target, TargetEvent> replacedBy(Target other) {
        return equals(other) ? Decision.nothing(this) : said(other);
    }

    /** Under the name of what measures it, if it has none. */
    public Target namedAs(Indicator measuring) {
        String called = name.isEmpty() ? measuring.name() : name;
        return new Target(
                id,
                province,
                directiveId,
                directiveNumber,
                clause,
                called,
                aim,
                value,
                valueMax,
                unit,
                year,
                baseline,
                called,
                indicator,
                dropped);
    }

    /** Only a target with a number and a horizon can be held against a figure. */
    public boolean isMeasurable() {
        return aim != null && value != null && year != null;
    }

    /** A figure held against it. */
    public Figure.Attainment heldAgainst(Fraction fraction, BigDecimal figure) {
        Aim how = Objects.requireNonNull(aim, "it is measurable");
        BigDecimal bound = Objects.requireNonNull(value, "it is measurable");
        return new Figure.Attainment(
                id,
                directiveId,
                directiveNumber,
                clause,
                how.sign(),
                bound,
                valueMax,
                Objects.requireNonNull(year, "it is measurable"),
                how.isMet(fraction, figure, bound, valueMax),
                how.gap(fraction, figure, bound, valueMax));
    }

    /** Ties the target to the indicator that measures it. */
    public Decision<Target, TargetEvent> tieTo(String code) {
        if (dropped != null) {
            throw new Failure.Rejected("reporting.target-dropped", dropped);
        }
        return code.equals(indicator) ? Decision.nothing(this) : said(with(directiveNumber, code, null));
    }

    /** The number of its directive became known. */
    public Decision<Target, TargetEvent> numbered(String number) {
        if (number.equals(directiveNumber)) {
            return Decision.nothing(this);
        }
        Target numbered = with(number, indicator, dropped);
        return dropped == null ? said(numbered) : Decision.quietly(numbered);
    }

    /**
     * Its directive was amended.
     *
     * @param otherYear {@code null} if it stays
     */
    public Decision<Target, TargetEvent> amended(
            BigDecimal other, @Nullable BigDecimal otherMax, @Nullable String otherYear) {
        Target after = new Target(
                id,
                province,
                directiveId,
                directiveNumber,
                clause,
                name,
                aim,
                other,
                otherMax,
                unit,
                otherYear == null ? year : otherYear,
                baseline,
                text,
                indicator,
                dropped);
        return dropped != null || after.equals(this) ? Decision.nothing(this) : said(after);
    }

    /** It holds no longer. */
    public Decision<Target, TargetEvent> drop(String reason) {
        if (dropped != null) {
            return Decision.nothing(this);
        }
        Target after = with(directiveNumber, indicator, reason);
        return isTold() ? Decision.of(after, new TargetEvent.TargetDropped(after, reason)) : Decision.quietly(after);
    }

    /** What others were told of it last; nothing if nobody was. */
    public List<TargetEvent> told() {
        if (!isTold()) {
            return List.of();
        }
        return List.of(
                dropped == null ? new TargetEvent.TargetTied(this) : new TargetEvent.TargetDropped(this, dropped));
    }

    private static Decision<Target, TargetEvent> said(Target it) {
        return it.isTold() ? Decision.of(it, new TargetEvent.TargetTied(it)) : Decision.quietly(it);
    }

    /** Whether figures are held against it. */
    private boolean isTold() {
        return indicator != null && isMeasurable();
    }

    private Target with(@Nullable String number, @Nullable String code, @Nullable String reason) {
        return new Target(
                id,
                province,
                directiveId,
                number,
                clause,
                name,
                aim,
                value,
                valueMax,
                unit,
                year,
                baseline,
                text,
                code,
                reason);
    }
}
