package vn.dondoc.contract.report.v1;

import java.util.List;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.report.AboutReport;

@Meaning("The agency took its report back; it no longer counts as filed and is owed again.")
@EventType(value = "vn.dondoc.report.withdrawn.v1", on = Topic.REPORTS)
public record ReportWithdrawn(
        String reportId,
        @Meaning("code") String province,
        @Meaning("code") String form,
        @Meaning("such as 2021-Q3") String period,
        @Meaning("code") String agency,

        @Meaning("agencies whose figures include this report's, as of the opening of the period")
        List<String> ancestors,

        @Meaning("the revision taken back") int revision,
        String reason,
        @Meaning("clauses that the report had answered") List<Answer> answers)
        implements AboutReport {

    public ReportWithdrawn {
        ancestors = List.copyOf(ancestors);
        answers = List.copyOf(answers);
    }
}
