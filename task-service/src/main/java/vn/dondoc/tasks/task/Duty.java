package vn.dondoc.tasks.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody has to do it. */
public sealed interface Duty {

    /** The clause of a directive that stands behind it, if one does. */
    default Optional<OfClause> ofClause() {
        return Optional.empty();
    }

    /**
     * A clause of a directive gives it.
     *
     * @param clause path of the provision
     * @param occurrence which one, of a duty that comes round: the period, such as {@code 2026-03}; {@code null} otherwise
     */
    record OfClause(
            String directiveId,
            @Nullable String directiveNumber,
            String clause,
            @Nullable String occurrence) implements Duty {

        @Override
        public Optional<OfClause> ofClause() {
            return Optional.of(this);
        }

        /** The same of the same directive, whose number is known now. */
        OfClause numbered(String number) {
            return new OfClause(directiveId, number, clause, occurrence);
        }
    }

    /** A reporting regime asks for it. */
    record OfReport(String reportId) implements Duty {}

    /**
     * An agency gave a part of its own task to another.
     *
     * @param superior id of that task
     * @param origin what stands behind that task
     */
    record HandedDown(String superior, Duty origin) implements Duty {

        @Override
        public Optional<OfClause> ofClause() {
            return origin.ofClause();
        }
    }

    /** Somebody asks for it without a directive behind it (giao đột xuất). */
    record Requested() implements Duty {}
}
