package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("An agency was given a task.")
@EventType(value = "vn.dondoc.task.assigned.v1", on = Topic.TASKS)
public record TaskAssigned(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("LEAD or COOPERATING") String role,

        @Meaning("DIRECTIVE, REPORT or REQUEST: what stands behind it")
        String source,

        @Nullable String directiveId,
        @Nullable String directiveNumber,
        @Nullable String clause,

        @Meaning("which one, of a duty that comes round, such as 2026-03") @Nullable
        String occurrence,

        @Nullable String reportId,

        @Meaning("task of which this one is a part") @Nullable
        String superior,

        @Meaning("agency that gave it; absent for the province") @Nullable
        String assigner,

        @Meaning("task of another agency that this one carries on") @Nullable
        String predecessor,

        @Meaning("verbatim duty") String text,

        @Meaning("DATED, RECURRING, CONTINUOUS, ROADMAP, AWAITED or UNDATED; only DATED can fall overdue")
        String timeLimit,

        @Meaning("last day on which it is in time") @Nullable
        LocalDate dueOn,

        @Meaning("hour of that day at which it ends, such as 17:00; absent for all of it") @Nullable
        String dueAt,

        @Meaning("verbatim") @Nullable String limitText)
        implements AboutTask {}
