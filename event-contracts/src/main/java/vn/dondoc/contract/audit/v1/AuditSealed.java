package vn.dondoc.contract.audit.v1;

import java.time.Instant;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("The head of an audit chain: whatever is changed before it later shows against this hash.")
@EventType(value = "vn.dondoc.audit.sealed.v1", on = Topic.AUDIT)
public record AuditSealed(
        @Meaning("code; - for what operators do") String province,

        @Meaning("whose audit it is") String service,

        @Meaning("number of the latest record, and how many there are")
        long records,

        @Meaning("of the latest record, SHA-256 in hexadecimal; docs/operations.md says over what")
        String hash,

        Instant at) {}
