package vn.dondoc.contract.directive.v1;

import java.util.List;
import vn.dondoc.contract.Meaning;

@Meaning("A phrase that names one or more agencies, and whom it named on the day of issue.")
public record AgencyGroup(
        @Meaning("unique within the directive") String id,
        @Meaning("verbatim") String phrase,

        @Meaning("agency codes; empty if the catalogue knows none")
        List<String> agencies) {

    public AgencyGroup {
        agencies = List.copyOf(agencies);
    }
}
