package vn.dondoc.contract.report.v1;

import vn.dondoc.contract.Meaning;

@Meaning("A clause that demanded this report or a part of it.")
public record Answer(String directiveId, String clause) {}
