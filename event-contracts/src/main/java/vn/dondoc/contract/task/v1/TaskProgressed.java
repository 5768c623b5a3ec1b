package vn.dondoc.contract.task.v1;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("The agency said how far it is.")
@EventType(value = "vn.dondoc.task.progressed.v1", on = Topic.TASKS)
public record TaskProgressed(
        String taskId,
        @Meaning("code") String province,
        @Meaning("code") String agency,
        int percent,
        @Nullable String note,
        @Meaning("numbers, by what they measure") @Nullable Map<String, BigDecimal> figures) {

    public TaskProgressed {
        figures = figures == null ? null : Map.copyOf(figures);
    }
}
