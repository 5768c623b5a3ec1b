package vn.dondoc.contract.report.v1;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.report.AboutReport;

@Meaning("The lead agency approved a revision.")
@EventType(value = "vn.dondoc.report.approved.v1", on = Topic.REPORTS)
public record ReportApproved(
        String reportId,
        @Meaning("code") String province,
        @Meaning("code") String form,
        @Meaning("such as 2021-Q3") String period,
        @Meaning("code") String agency,

        @Meaning("agencies whose figures include this report's, as of the opening of the period")
        List<String> ancestors,

        int revision,
        @Meaning("of the approved revision") Map<String, BigDecimal> values,

        @Meaning("whether it was filed by the last day; absent in what was published before this was said") @Nullable
        Boolean onTime)
        implements AboutReport {

    public ReportApproved {
        ancestors = List.copyOf(ancestors);
        values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    }
}
