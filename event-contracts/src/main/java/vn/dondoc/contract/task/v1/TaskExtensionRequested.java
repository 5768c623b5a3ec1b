package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The agency asks for more time.")
@EventType(value = "vn.dondoc.task.extension-requested.v1", on = Topic.TASKS)
public record TaskExtensionRequested(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Nullable LocalDate dueOn,
        @Meaning("last day that it asks for") LocalDate wanted,
        @Meaning("why") String reason,

        @Meaning("agency that decides; absent for the province") @Nullable
        String assigner,

        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
