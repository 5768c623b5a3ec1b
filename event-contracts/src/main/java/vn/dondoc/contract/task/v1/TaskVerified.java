package vn.dondoc.contract.task.v1;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The assigner agrees that the task is done.")
@EventType(value = "vn.dondoc.task.verified.v1", on = Topic.TASKS)
public record TaskVerified(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Nullable String note,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
