package vn.dondoc.notifications.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say, before it is put into words: each message is worded from these when it goes out or is read.
 *
 * @param subject what it is about
 * @param subjectId id of the task, report or directive, or code of the indicator
 * @param agency code of the agency whose it is
 * @param agencyName as it was called then
 * @param accountable post of who answers for that agency (người đứng đầu)
 * @param what the duty, verbatim, or the name of the form or indicator
 * @param origin what it goes back to
 * @param directiveNumber number and symbol of the paper; {@code null} while it has none, or if there is none
 * @param role of the agency in a task
 * @param dueOn last day in time
 * @param dueAt hour of that day at which it ends
 * @param limitText words of a limit that is no date
 * @param rung its offset as written, such as {@code T+3}
 * @param workingDays left or late
 * @param period of a report or figure, such as {@code 2026-Q3}
 * @param note reason, or what was said
 * @param to names of others whom it concerns
 * @param insteadOf name of the agency for which the recipient stands in; {@code null} if for none
 * @param digest of one
 */
public record Facts(
        Subject subject,
        String subjectId,
        String agency,
        String agencyName,
        String accountable,
        String what,
        Origin origin,
        @Nullable String directiveNumber,
        @Nullable String clause,
        @Nullable Role role,
        @Nullable LocalDate dueOn,
        @Nullable String dueAt,
        @Nullable String limitText,
        @Nullable String rung,
        int workingDays,
        @Nullable String period,
        @Nullable String note,
        List<String> to,
        @Nullable String insteadOf,
        @Nullable Digest digest) {

    public Facts {
        to = List.copyOf(to);
    }

    /** What a notice is about. */
    public enum Subject {
        TASK,
        REPORT,
        INDICATOR,
        DIRECTIVE,
        DIGEST,
        DELIVERY,
        RECORD
    }

    /** What a task goes back to. */
    public enum Origin {
        DIRECTIVE,
        REPORTING_REGIME,
        REQUEST,
        NONE
    }

    /** Of an agency in a task: chủ trì or phối hợp. */
    public enum Role {
        LEAD,
        COOPERATING
    }

    /**
     * Many tasks, in few words.
     *
     * @param lines the first ones, sorted by who must act
     */
    public record Digest(int late, int soon, List<Line> lines) {
        public Digest {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One task of a digest.
     *
     * @param workingDays late if positive; left if negative
     */
    public record Line(
            String taskId,
            String agency,
            String agencyName,
            String what,
            Origin origin,
            @Nullable String directiveNumber,
            @Nullable String clause,
            LocalDate dueOn,
            int workingDays) {}

    /** The task it is about, if it is about one. */
    public @Nullable String taskId() {
        return subject == Subject.TASK ? subjectId : null;
    }

    /** The report it is about, if it is about one. */
    public @Nullable String reportId() {
        return subject == Subject.REPORT ? subjectId : null;
    }

    /** The same, told to who stands in for another agency. */
    public Facts toldInsteadOf(String name) {
        return FactsBuilder.like(this).insteadOf(name).build();
    }
}
