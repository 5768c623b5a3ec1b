package vn.dondoc.contract.task.v1;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The agency asks its assigner something.")
@EventType(value = "vn.dondoc.task.asked.v1", on = Topic.TASKS)
public record TaskAsked(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        @Meaning("from 1") int question,
        String asked,

        @Meaning("agency that answers; absent for the province") @Nullable
        String assigner,

        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
