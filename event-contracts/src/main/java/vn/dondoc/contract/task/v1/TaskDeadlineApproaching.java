package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("A rung before the deadline was reached. Not published any more: see v2.")
@EventType(value = "vn.dondoc.task.deadline-approaching.v1", on = Topic.TASKS)
public record TaskDeadlineApproaching(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("T-7, T-3, T-1, T, T+1, T+3 or T+7") String rung,
        @Meaning("working days left, 0 on the last day") int workingDays,
        @Meaning("last day on which it is in time") LocalDate dueOn,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause,

        @Meaning("fired after its hour, because the service was down")
        boolean late,

        @Meaning("earlier rungs that this one stands for") List<String> missedRungs)
        implements AboutTask {

    public TaskDeadlineApproaching {
        missedRungs = List.copyOf(missedRungs);
    }
}
