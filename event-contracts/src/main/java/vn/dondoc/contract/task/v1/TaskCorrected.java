package vn.dondoc.contract.task.v1;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The number of the directive became known.")
@EventType(value = "vn.dondoc.task.corrected.v1", on = Topic.TASKS)
public record TaskCorrected(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
