package vn.dondoc.contract.report.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.report.AboutReport;

@Meaning("One of those who approve the report one after the other did, and not the last; it counts as filed as before.")
@EventType(value = "vn.dondoc.report.passed.v1", on = Topic.REPORTS)
public record ReportPassed(
        String reportId,
        @Meaning("code") String province,
        @Meaning("code") String form,
        @Meaning("such as 2021-Q3") String period,
        @Meaning("code") String agency,

        @Meaning("agencies whose figures include this report's, as of the opening of the period")
        List<String> ancestors,

        @Meaning("the revision that was approved") int revision,
        @Meaning("1 for the first that approves") int level,
        @Meaning("how many approve it") int levels,

        @Meaning("code of the agency whose turn it is; absent where any lead of the province may") @Nullable
        String next)
        implements AboutReport {

    public ReportPassed {
        ancestors = List.copyOf(ancestors);
    }
}
