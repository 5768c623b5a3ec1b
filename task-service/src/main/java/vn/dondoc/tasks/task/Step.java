package vn.dondoc.tasks.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line in the history of a task.
 *
 * @param actor user id, or name of a policy
 * @param agency for whom
 * @param text reason or note
 * @param dueOn last day that was asked for or given
 * @param percent for progress
 * @param figures for progress, by what they measure
 */
public record Step(
        Instant at,
        String actor,
        @Nullable String agency,
        Kind kind,
        @Nullable String text,
        @Nullable LocalDate dueOn,
        @Nullable Integer percent,
        Map<String, BigDecimal> figures) {

    public Step {
        figures = Map.copyOf(figures);
    }

    /** What was done. */
    public enum Kind {
        ASSIGNED,
        ACCEPTED,
        REFUSED,
        INSISTED,
        PROGRESSED,
        COMPLETED,
        VERIFIED,
        RETURNED,
        REOPENED,
        EXTENSION_REQUESTED,
        EXTENSION_GRANTED,
        EXTENSION_REFUSED,
        RESCHEDULED,
        WITHDRAWN,
        SUPERSEDED,
        HANDED_OVER,
        HANDED_DOWN,
        CONTRIBUTED,
        ASKED,
        ANSWERED,
        PRESSED,
        ATTACHED,
        CORRECTED,
        DEADLINE_APPROACHING,
        DEADLINE_MISSED
    }

    static Step of(Actor by, Kind kind, @Nullable String text) {
        return new Step(by.at(), by.name(), by.agency(), kind, text, null, null, Map.of());
    }

    static Step of(Actor by, Kind kind, @Nullable String text, @Nullable LocalDate dueOn) {
        return new Step(by.at(), by.name(), by.agency(), kind, text, dueOn, null, Map.of());
    }
}
