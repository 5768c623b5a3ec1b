package vn.dondoc.contract.directive.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Meaning;

@Meaning("A clause that gives somebody something to do.")
public record Provision(
        @Meaning("the document's own numbering, such as 2.1")
        String path,

        @Meaning("verbatim") String text,
        @Meaning("group ids") List<String> lead,
        @Meaning("group ids") List<String> cooperating,
        TimeLimit limit,

        @Meaning("PERIODIC_REPORT, AGGREGATION, SUPERVISION, … where it is one") @Nullable
        String kind,

        @Meaning("verbatim") List<String> reportTo) {

    public Provision {
        lead = List.copyOf(lead);
        cooperating = List.copyOf(cooperating);
        reportTo = List.copyOf(reportTo);
    }
}
