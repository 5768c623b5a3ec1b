package vn.dondoc.documents.directive;

/**
 * How sure the reader is of one thing that it says of a duty or a target.
 *
 * @param confidence of a hundred such things, how many are right, from 0 to 1
 * @param sign why
 */
public record Sure(Field field, double confidence, Sign sign) {

    /** What it is sure of. */
    public enum Field {
        /** That it is a duty. */
        DUTY,
        /** Who does it. */
        DOER,
        /** By when, where it does not come round. */
        LIMIT,
        /** How often and on which day. */
        RECURRENCE,
        /** That a target is set, and so. */
        TARGET
    }
}
