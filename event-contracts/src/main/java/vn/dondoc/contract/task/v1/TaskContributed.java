package vn.dondoc.contract.task.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("A co-operating agency gave its part to those who lead.")
@EventType(value = "vn.dondoc.task.contributed.v1", on = Topic.TASKS)
public record TaskContributed(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Nullable String directiveId,
        @Meaning("what it gave") String contribution,
        @Meaning("codes of the agencies that lead") List<String> to,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {

    public TaskContributed {
        to = List.copyOf(to);
    }
}
