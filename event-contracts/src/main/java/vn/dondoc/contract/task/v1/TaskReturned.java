package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The task counted as done and does not any more: it has to be done again.")
@EventType(value = "vn.dondoc.task.returned.v1", on = Topic.TASKS)
public record TaskReturned(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("why") String reason,
        @Nullable LocalDate dueOn,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
