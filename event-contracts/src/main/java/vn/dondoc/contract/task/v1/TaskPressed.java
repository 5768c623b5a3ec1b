package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The assigner presses for a task that is not done, in words of its own.")
@EventType(value = "vn.dondoc.task.pressed.v1", on = Topic.TASKS)
public record TaskPressed(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("what the assigner says") String words,
        @Nullable LocalDate dueOn,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
