package vn.dondoc.contract.report.v1;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.report.AboutReport;

@Meaning("The agency filed its report.")
@EventType(value = "vn.dondoc.report.submitted.v1", on = Topic.REPORTS)
public record ReportSubmitted(
        String reportId,
        @Meaning("code") String province,
        @Meaning("code") String form,
        @Meaning("such as 2021-Q3") String period,
        @Meaning("code") String agency,

        @Meaning("agencies whose figures include this report's, as of the opening of the period")
        List<String> ancestors,

        @Meaning("1 for the first filing; the latest wins") int revision,

        @Meaning("by data element; an element that is absent was left blank, which is not zero")
        Map<String, BigDecimal> values,

        LocalDate filedOn,
        boolean onTime,
        @Meaning("clauses that this report answers") List<Answer> answers,

        @Meaning("what is told in words, by text element; absent if nothing is") @Nullable
        Map<String, String> texts,

        @Meaning("files beside the report; absent if there are none") @Nullable
        List<BesideReport> files)
        implements AboutReport {

    public ReportSubmitted {
        ancestors = List.copyOf(ancestors);
        values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
        answers = List.copyOf(answers);
        texts = texts == null ? null : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(texts));
        files = files == null ? null : List.copyOf(files);
    }
}
