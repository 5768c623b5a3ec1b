package vn.dondoc.contract.task.v1;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The assigner says that the agency is the one after all.")
@EventType(value = "vn.dondoc.task.refusal-rejected.v1", on = Topic.TASKS)
public record TaskRefusalRejected(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("why") String reason,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
