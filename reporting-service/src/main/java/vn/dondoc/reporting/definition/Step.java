package vn.dondoc.reporting.definition;

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
        REGIME
    }

    /** Against what is there. */
    public enum Change {
        NEW,
        CHANGED,
        SAME
    }

    static Change change(boolean exists, boolean same) {
        return !exists ? Change.NEW : same ? Change.SAME : Change.CHANGED;
    }
}
