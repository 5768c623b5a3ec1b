package vn.dondoc.contract.indicator.v1;

import vn.dondoc.contract.Meaning;

@Meaning("One signed data element of a sum.")
public record Term(String element, boolean negative) {}
