package vn.dondoc.contract.report.v1;

import java.util.List;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.OfProvince;
import vn.dondoc.contract.Topic;

@Meaning("An agency that a consolidated report was sent to confirmed that it has it.")
@EventType(value = "vn.dondoc.consolidation.received.v1", on = Topic.REPORTS)
public record ConsolidationReceived(
        String consolidationId,
        @Meaning("code") String province,
        @Meaning("code of the agency that has it") String by) implements OfProvince {

    @Override
    public List<String> agencies() {
        return List.of(by);
    }
}
