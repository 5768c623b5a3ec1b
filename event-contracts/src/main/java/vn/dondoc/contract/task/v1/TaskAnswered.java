package vn.dondoc.contract.task.v1;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The assigner answered a question.")
@EventType(value = "vn.dondoc.task.answered.v1", on = Topic.TASKS)
public record TaskAnswered(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("from 1") int question,
        String answer,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
