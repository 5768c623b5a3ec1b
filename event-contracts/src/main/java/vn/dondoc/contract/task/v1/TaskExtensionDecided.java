package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The assigner gave more time, or did not.")
@EventType(value = "vn.dondoc.task.extension-decided.v1", on = Topic.TASKS)
public record TaskExtensionDecided(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        boolean granted,
        @Meaning("last day from now on") @Nullable LocalDate dueOn,
        @Nullable String reason,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
