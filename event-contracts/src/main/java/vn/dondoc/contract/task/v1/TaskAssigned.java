package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("An agency was given a task.")
@EventType(value = "vn.dondoc.task.assigned.v1", on = Topic.TASKS)
public record TaskAssigned(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("LEAD or COOPERATING") String role,
        @Meaning("DIRECTIVE or REPORT") String source,
        @Nullable String directiveId,
        @Nullable String directiveNumber,
        @Nullable String clause,
        @Nullable String reportId,
        @Meaning("verbatim duty") String text,

        @Meaning("DATED, RECURRING, CONTINUOUS, ROADMAP or UNDATED; only DATED can fall overdue")
        String timeLimit,

        @Meaning("last day on which it is in time") @Nullable
        LocalDate dueOn,

        @Meaning("verbatim") @Nullable String limitText) {}
