package vn.dondoc.contract.notice.v1;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("A notice could not be delivered and is not tried again.")
@EventType(value = "vn.dondoc.notice.failed.v1", on = Topic.NOTICES)
public record NoticeFailed(
        String noticeId,
        @Meaning("code") String province,
        @Meaning("agency code") String recipient,
        String kind,

        @Meaning("INBOX, MAIL, WEBHOOK or another channel in use")
        String channel,

        @Nullable String taskId,
        int attempts,
        String reason) {}
