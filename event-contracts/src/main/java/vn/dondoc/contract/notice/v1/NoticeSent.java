package vn.dondoc.contract.notice.v1;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("A notice reached its channel.")
@EventType(value = "vn.dondoc.notice.sent.v1", on = Topic.NOTICES)
public record NoticeSent(
        String noticeId,
        @Meaning("code") String province,
        @Meaning("agency code") String recipient,
        String kind,

        @Meaning("INBOX, MAIL, WEBHOOK or another channel in use")
        String channel,

        @Nullable String taskId,
        @Nullable String rung,
        int attempts) {}
