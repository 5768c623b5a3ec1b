package vn.dondoc.contract.indicator.v1;

import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("A target holds no longer: its directive was revoked or replaced, or its clause repealed.")
@EventType(value = "vn.dondoc.target.dropped.v1", on = Topic.DEFINITIONS)
public record TargetDropped(
        String targetId,
        @Meaning("code") String province,
        @Meaning("code") String indicator,
        String directiveId,
        String clause,
        String reason) {}
