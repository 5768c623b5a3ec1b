package vn.dondoc.contract.notice.v1;

import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("Somebody of the recipient read the notice.")
@EventType(value = "vn.dondoc.notice.acknowledged.v1", on = Topic.NOTICES)
public record NoticeAcknowledged(
        String noticeId,
        @Meaning("code") String province,
        @Meaning("agency code") String recipient) {}
