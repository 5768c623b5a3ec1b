package vn.dondoc.contract.task.v1;

import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("The agency took the task on.")
@EventType(value = "vn.dondoc.task.accepted.v1", on = Topic.TASKS)
public record TaskAccepted(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency) {}
