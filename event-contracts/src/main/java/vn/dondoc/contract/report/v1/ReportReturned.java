package vn.dondoc.contract.report.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.report.AboutReport;

@Meaning("The lead agency sent the report back; it no longer counts as filed.")
@EventType(value = "vn.dondoc.report.returned.v1", on = Topic.REPORTS)
public record ReportReturned(
        String reportId,
        @Meaning("code") String province,
        @Meaning("code") String form,
        @Meaning("such as 2021-Q3") String period,
        @Meaning("code") String agency,

        @Meaning("agencies whose figures include this report's, as of the opening of the period")
        List<String> ancestors,

        @Meaning("the revision sent back") int revision,
        String reason,

        @Meaning("clauses that the report had answered") @Nullable
        List<Answer> answers)
        implements AboutReport {

    public ReportReturned {
        ancestors = List.copyOf(ancestors);
        answers = answers == null ? null : List.copyOf(answers);
    }
}
