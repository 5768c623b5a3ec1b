package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("The agency says that the task is done.")
@EventType(value = "vn.dondoc.task.completed.v1", on = Topic.TASKS)
public record TaskCompleted(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,

        @Meaning("absent for a task without a date") @Nullable
        Boolean onTime,

        LocalDate completedOn,
        @Meaning("report id or words") @Nullable String evidence,

        @Meaning("number of the paper that answers") @Nullable
        String productNumber,

        @Nullable LocalDate productDate) {}
