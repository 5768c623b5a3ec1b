package vn.dondoc.documents.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a duty is due, as far as the document says.
 *
 * @param phrase verbatim
 * @param date the day named in the phrase; "trước ngày D" excludes it
 * @param frequency DAILY … ANNUAL for a recurring duty
 * @param period one instance, such as {@code 2021-Q3}
 * @param embeddedIn the report this one is a part of (lồng ghép), verbatim
 */
public record TimeLimit(
        Kind kind,
        @Nullable String phrase,
        @Nullable LocalDate date,
        boolean inclusive,
        @Nullable String frequency,
        @Nullable String period,
        @Nullable String embeddedIn) {

    /** The classes of time limit; most duties have no date. */
    public enum Kind {
        DATE,
        RECURRING,
        CONTINUOUS,
        ROADMAP,
        NONE
    }

    public static final TimeLimit NONE = new TimeLimit(Kind.NONE, null, null, true, null, null, null);

    public static TimeLimit onDate(String phrase, LocalDate date, boolean inclusive) {
        return new TimeLimit(Kind.DATE, phrase, date, inclusive, null, null, null);
    }

    public static TimeLimit without(Kind kind, String phrase) {
        return new TimeLimit(kind, phrase, null, true, null, null, null);
    }
}
