package vn.dondoc.contract.task.v1;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("The agency said how far it is.")
@EventType(value = "vn.dondoc.task.progressed.v1", on = Topic.TASKS)
public record TaskProgressed(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("0 to 100") int percent,
        @Nullable String note) {}
