package vn.dondoc.contract.task.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The agency has others do a part of its task.")
@EventType(value = "vn.dondoc.task.handed-down.v1", on = Topic.TASKS)
public record TaskHandedDown(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("codes") List<String> to,
        @Meaning("what they have to do") String part,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {

    public TaskHandedDown {
        to = List.copyOf(to);
    }
}
