package vn.dondoc.contract.task.v2;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("A rung after the deadline was reached and the task is not done.")
@EventType(value = "vn.dondoc.task.deadline-missed.v2", on = Topic.TASKS)
public record TaskDeadlineMissed(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,

        @Meaning("of the rung, in working days from the last day; task, last day and offset tell it from every other")
        int offset,

        @Meaning("working days late") int workingDays,
        @Meaning("last day on which it is in time") LocalDate dueOn,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause,

        @Meaning("fired after its hour, because the service was down")
        boolean late,

        @Meaning("offsets of earlier rungs that this one stands for")
        List<Integer> passedOver,

        @Meaning("whom the ladder of the province has told, and how")
        List<Told> told)
        implements AboutTask {

    public TaskDeadlineMissed {
        passedOver = List.copyOf(passedOver);
        told = List.copyOf(told);
    }
}
