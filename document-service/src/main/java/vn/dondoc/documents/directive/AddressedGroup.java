package vn.dondoc.documents.directive;

import java.util.List;

/** A phrase of the directive and the agencies it named on the day of issue, by code. */
public record AddressedGroup(String id, String phrase, List<String> agencies) {

    public AddressedGroup {
        agencies = List.copyOf(agencies);
    }
}
