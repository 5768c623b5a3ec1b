package vn.dondoc.reporting.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a report.
 *
 * @param actor user id
 * @param revision on which; 0 if none was filed
 */
public record Ruling(
        Kind kind,
        Instant at,
        String actor,
        int revision,
        @Nullable String reason) {

    /** What. */
    public enum Kind {
        APPROVED,
        RETURNED,
        EXCUSED,
        WITHDRAWN
    }
}
