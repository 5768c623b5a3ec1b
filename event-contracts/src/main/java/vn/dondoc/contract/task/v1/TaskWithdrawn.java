package vn.dondoc.contract.task.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.task.AboutTask;

@Meaning("The task need not be done any more: its directive was revoked, replaced, or rid of the clause.")
@EventType(value = "vn.dondoc.task.withdrawn.v1", on = Topic.TASKS)
public record TaskWithdrawn(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        LocalDate withdrawnOn,
        String reason,
        @Meaning("verbatim duty") String text,
        @Nullable String directiveNumber,
        @Nullable String clause)
        implements AboutTask {}
