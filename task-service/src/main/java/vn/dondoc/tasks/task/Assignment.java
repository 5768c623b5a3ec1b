package vn.dondoc.tasks.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an agency was given to do, and where that comes from. Only an amendment of the directive
 * changes it.
 *
 * @param directiveId the directive; {@code null} for a report that is owed by regime
 * @param clause path of the provision
 * @param reportId the report that is owed; {@code null} for other tasks
 * @param text verbatim duty
 * @param dueOn last day on which it is in time; {@code null} unless the class is DATED
 * @param limitText verbatim
 */
public record Assignment(
        String province,
        String agency,
        Role role,
        Source source,
        @Nullable String directiveId,
        @Nullable String directiveNumber,
        @Nullable String clause,
        @Nullable String reportId,
        String text,
        TimeLimitClass timeLimit,
        @Nullable LocalDate dueOn,
        @Nullable String limitText) {

    /** The same with another last day, in the words of the amendment. */
    Assignment dueOn(LocalDate newDueOn, String words) {
        return new Assignment(
                province,
                agency,
                role,
                source,
                directiveId,
                directiveNumber,
                clause,
                reportId,
                text,
                TimeLimitClass.DATED,
                newDueOn,
                words);
    }

    /** Lead (chủ trì) or co-operating (phối hợp). */
    public enum Role {
        LEAD,
        COOPERATING
    }

    /** Whether a directive or a reporting regime asks for it. */
    public enum Source {
        DIRECTIVE,
        REPORT
    }
}
