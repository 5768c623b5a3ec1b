package vn.dondoc.documents.directive;

import org.jspecify.annotations.Nullable;

/**
 * Something that a clerk should look at before the paper takes effect: the reader was not sure of it, or left it unread.
 *
 * @param mark where it stands; {@code null} if it is about the whole paper
 * @param vi what to look at, in Vietnamese
 * @param en the same in English
 */
public record Finding(Code code, @Nullable Mark mark, String vi, String en) {

    /** What kind of thing it is. */
    public enum Code {
        NO_NUMBER,
        NO_ISSUE_DATE,
        ISSUE_DAY_BLANK,
        NO_ISSUER,
        NO_PROVINCE,
        NOBODY_NAMED,
        SENTENCE_TOO_LONG,
        UNLIKELY_YEAR,
        /** The paper gives orders, and no duty was read. */
        NO_DUTIES,
        /** A table of which no row was read. */
        UNREAD_TABLE,
        /** A time that may be a limit, tied to no duty. */
        UNREAD_LIMIT,
        /** Another time in a sentence whose duty has a limit already. */
        SECOND_LIMIT_DROPPED,
        /** A limit that had passed when the paper was issued. */
        EXPIRED_LIMIT,
        /** A limit that is said to take the place of another. */
        REPLACED_LIMIT,
        /** Duties whose doer comes from a heading or from the addressees. */
        DOER_INHERITED,
        /** Limits whose year is not written. */
        YEAR_INFERRED,
        /** What an earlier release found, in its words. */
        OTHER
    }

    /** Whether a duty may be missing, wrong or addressed on a wrong day, so that somebody has to look before it is issued. */
    boolean isToBeChecked() {
        return switch (code) {
            case NO_ISSUE_DATE,
                    NO_DUTIES,
                    UNREAD_TABLE,
                    UNREAD_LIMIT,
                    SECOND_LIMIT_DROPPED,
                    EXPIRED_LIMIT,
                    REPLACED_LIMIT,
                    UNLIKELY_YEAR,
                    SENTENCE_TOO_LONG -> true;
            case NO_NUMBER,
                    ISSUE_DAY_BLANK,
                    NO_ISSUER,
                    NO_PROVINCE,
                    NOBODY_NAMED,
                    DOER_INHERITED,
                    YEAR_INFERRED,
                    OTHER -> false;
        };
    }

    /** About the whole paper. */
    public static Finding of(Code code, String vi, String en) {
        return new Finding(code, null, vi, en);
    }

    /** As an earlier release kept it: both languages in one text. */
    public static Finding kept(String text) {
        int english = text.lastIndexOf(" / ");
        return english < 0
                ? of(Code.OTHER, text, text)
                : of(Code.OTHER, text.substring(0, english), text.substring(english + 3));
    }
}
