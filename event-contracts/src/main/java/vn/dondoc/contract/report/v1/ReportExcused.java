package vn.dondoc.contract.report.v1;

import java.util.List;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.report.AboutReport;

@Meaning("The agency need not report for this period, and is no longer expected to.")
@EventType(value = "vn.dondoc.report.excused.v1", on = Topic.REPORTS)
public record ReportExcused(
        String reportId,
        @Meaning("code") String province,
        @Meaning("code") String form,
        @Meaning("such as 2021-Q3") String period,
        @Meaning("code") String agency,

        @Meaning("agencies whose figures include this report's, as of the opening of the period")
        List<String> ancestors,

        String reason)
        implements AboutReport {

    public ReportExcused {
        ancestors = List.copyOf(ancestors);
    }
}
