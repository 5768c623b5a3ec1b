package vn.dondoc.documents.directive;

import org.jspecify.annotations.Nullable;

/**
 * A date, period or span of time that the paper names after its head, and what became of it. Each of them is either the
 * limit of a duty, or something else for a reason, or unread; none is passed over.
 *
 * @param words verbatim
 * @param path of the duty whose limit it is, or in whose sentence it stands; {@code null} if in none
 */
public record TimeMention(
        String words,
        Mark mark,
        Standing standing,
        @Nullable String path) {

    /** What a time is to the duties of the paper. */
    public enum Standing {
        LIMIT,
        /** Dates another paper. */
        CITATION,
        /** Dates what happened. */
        PAST,
        /** Says what time data, a plan or a report is about. */
        WINDOW,
        /** Says by when a target is to be reached. */
        HORIZON,
        MEETING,
        /** From when something holds. */
        START,
        /** Stands in words that are quoted, or in a name. */
        QUOTED,
        /** Takes the place of another limit. */
        REPLACED,
        /** Had passed when the paper was issued. */
        EXPIRED,
        /** May be a limit; a finding says so. */
        UNREAD
    }
}
