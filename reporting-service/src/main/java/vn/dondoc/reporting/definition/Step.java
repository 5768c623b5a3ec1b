package vn.dondoc.reporting.definition;

import org.jspecify.annotations.Nullable;

/**
 * What taking over a definition does.
 *
 * @param restates figures that are computed again
 */
public record Step(Kind kind, String code, Change change, long restates) {

    /** What is defined. */
    public enum Kind {
        FORM,
        INDICATOR,
        REGIME,
        TARGET
    }

    /** Against what is there. */
    public enum Change {
        NEW,
        CHANGED,
        SAME
    }

    static Change change(@Nullable Object before, Object now) {
        return before == null ? Change.NEW : before.equals(now) ? Change.SAME : Change.CHANGED;
    }
}
