package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("Other agencies carry on with the task: its own ended, or was not the one.")
@EventType(value = "vn.dondoc.task.handed-over.v1", on = Topic.TASKS)
public record TaskHandedOver(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("codes, in the order of successors") List<String> to,
        @Meaning("ids of their tasks") List<String> successors,
        @Meaning("first day on which it is theirs") LocalDate on,
        @Meaning("why") String reason,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {

    public TaskHandedOver {
        to = List.copyOf(to);
        successors = List.copyOf(successors);
    }
}
