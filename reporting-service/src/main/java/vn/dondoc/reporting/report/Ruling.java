package vn.dondoc.reporting.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a report.
 *
 * @param actor user id
 * @param revision on which; 0 if none was filed
 * @param step of what was passed on; {@code null} for everything else
 */
public record Ruling(
        Kind kind,
        Instant at,
        String actor,
        int revision,
        @Nullable String reason,
        @Nullable Level step) {

    /**
     * How far a report came on the way through those who approve it.
     *
     * @param level 1 for the first of them
     * @param levels how many there are
     * @param next code of the agency whose turn it is; {@code null} where any lead may
     */
    public record Level(int level, int levels, @Nullable String next) {}

    static Ruling of(Kind kind, Author by, int revision, @Nullable String reason) {
        return new Ruling(kind, by.at(), by.name(), revision, reason, null);
    }

    static Ruling passed(Author by, int revision, Level step) {
        return new Ruling(Kind.PASSED, by.at(), by.name(), revision, null, step);
    }

    /** What. */
    public enum Kind {
        PASSED,
        APPROVED,
        RETURNED,
        EXCUSED,
        WITHDRAWN
    }
}
