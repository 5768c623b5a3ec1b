package vn.dondoc.local.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in the story, for the table and for machines. */
public record StoryResult(
        List<DirectiveLine> directives,
        List<ProvinceLine> provinces,
        List<FigureLine> figures,
        List<TraceLine> traces,
        List<LifeLine> lives,
        List<Promise> promises,
        Map<String, Long> milliseconds) {

    /**
     * Something that happened to a task.
     *
     * @param duty its text, verbatim
     */
    public record LifeLine(String what, String whatEn, String agency, String duty, String outcome) {}

    /** A directive from file to tasks. */
    public record DirectiveLine(
            String file,
            String province,
            @Nullable String type,
            @Nullable String number,
            @Nullable LocalDate date,
            LocalDate issuedOn,
            int duties,
            int targets,
            int citations,
            int tasks) {}

    /** How a province fared. */
    public record ProvinceLine(
            String province,
            String root,
            int agencies,
            int tasks,
            int owed,
            int filedOnTime,
            int filedLate,
            int corrected,
            int neverFiled,
            int inboxNotices,
            int mailNotices,
            int mails,
            int supervisorsTold) {}

    /** A figure against the targets that a directive set. */
    public record FigureLine(
            String province,
            String indicator,
            String name,
            String period,
            String basis,
            @Nullable BigDecimal value,
            String unit,
            int reported,
            int expected,
            @Nullable String comparator,
            @Nullable BigDecimal target,
            @Nullable String year,
            @Nullable Boolean met,
            @Nullable String clause) {}

    /** A figure traced back. */
    public record TraceLine(
            String province,
            String indicator,
            @Nullable BigDecimal value,
            int reports,
            boolean adds,
            List<String> missing,
            @Nullable String targetClause,
            @Nullable String targetText) {}

    /** Something the story promised, and whether it held. */
    public record Promise(String step, boolean held, String seen) {}

    public boolean held() {
        return promises.stream().allMatch(Promise::held);
    }
}
