package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("An amendment gave the task another last day.")
@EventType(value = "vn.dondoc.task.rescheduled.v1", on = Topic.TASKS)
public record TaskRescheduled(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Nullable LocalDate previousDueOn,
        LocalDate dueOn,
        String reason,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
