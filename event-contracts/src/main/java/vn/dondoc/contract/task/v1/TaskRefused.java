package vn.dondoc.contract.task.v1;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The agency says that it is not the one.")
@EventType(value = "vn.dondoc.task.refused.v1", on = Topic.TASKS)
public record TaskRefused(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("why") String reason,
        @Meaning("agency that it says is the one") @Nullable String proposed,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
