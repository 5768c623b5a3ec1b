package vn.dondoc.contract.report.v1;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.report.AboutReport;

@Meaning("A period opened and this agency owes a report for it.")
@EventType(value = "vn.dondoc.report.requested.v1", on = Topic.REPORTS)
public record ReportRequested(
        String reportId,
        @Meaning("code") String province,
        @Meaning("code") String form,
        @Meaning("such as 2021-Q3") String period,
        @Meaning("code") String agency,

        @Meaning("agencies whose figures include this report's, as of the opening of the period")
        List<String> ancestors,

        String formName,
        @Meaning("first day of the data window") LocalDate windowStart,

        @Meaning("last day of the data window (chốt số liệu)")
        LocalDate windowEnd,

        @Meaning("last day for filing in time") LocalDate dueOn)
        implements AboutReport {

    public ReportRequested {
        ancestors = List.copyOf(ancestors);
    }
}
