package vn.dondoc.documents.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a duty is due, as far as the document says.
 *
 * @param phrase verbatim
 * @param date the day named in the phrase; "trước ngày D" excludes it
 * @param time of that day, such as {@code 17:00}
 * @param yearInferred whether the phrase leaves the year out
 * @param relative if the limit is counted from something
 * @param frequency DAILY … ANNUAL for a recurring duty
 * @param recurrence the day on which a recurring duty is due, if one is named
 * @param period one instance, such as {@code 2021-Q3}
 * @param embeddedIn the report this one is a part of (lồng ghép), verbatim
 */
public record TimeLimit(
        Kind kind,
        @Nullable String phrase,
        @Nullable LocalDate date,
        boolean inclusive,
        @Nullable String time,
        boolean yearInferred,
        @Nullable RelativeLimit relative,
        @Nullable String frequency,
        @Nullable Recurrence recurrence,
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

    public static final TimeLimit NONE =
            new TimeLimit(Kind.NONE, null, null, true, null, false, null, null, null, null, null);

    public static TimeLimit onDate(String phrase, LocalDate date, boolean inclusive) {
        return new TimeLimit(Kind.DATE, phrase, date, inclusive, null, false, null, null, null, null, null);
    }

    public static TimeLimit without(Kind kind, String phrase) {
        return new TimeLimit(kind, phrase, null, true, null, false, null, null, null, null, null);
    }

    public static TimeLimit recurring(String phrase, @Nullable String frequency, @Nullable Recurrence recurrence) {
        return new TimeLimit(Kind.RECURRING, phrase, null, true, null, false, null, frequency, recurrence, null, null);
    }

    /** The same words without the day they name, which nobody can be held to. */
    public TimeLimit undated() {
        return new TimeLimit(
                kind, phrase, null, inclusive, time, false, relative, frequency, recurrence, period, embeddedIn);
    }

    /** The same in other words. */
    public TimeLimit saidAs(String words) {
        return new TimeLimit(
                kind, words, date, inclusive, time, yearInferred, relative, frequency, recurrence, period, embeddedIn);
    }

    /** The same, inside another report. */
    public TimeLimit within(@Nullable String report, @Nullable String instance) {
        return new TimeLimit(
                kind, phrase, date, inclusive, time, yearInferred, relative, frequency, recurrence, instance, report);
    }

    /** Whether the day named is still in time: "trước 17 giờ ngày D" leaves all of D until then. */
    public boolean dayCounts() {
        return inclusive || time != null;
    }

    /** Whether its last day is not known before something else happens. */
    public boolean waitsForAnother() {
        return kind == Kind.DATE
                && date == null
                && (relative == null
                        || relative.from() == RelativeLimit.From.EVENT
                        || relative.from() == RelativeLimit.From.OTHER_DEADLINE);
    }

    public boolean isNone() {
        return kind == Kind.NONE;
    }
}
