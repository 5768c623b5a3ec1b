package vn.dondoc.contract.agency.v1;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("Agencies gave way to others. Keyed by the succession, so that compaction keeps it beside its agencies.")
@EventType(value = "vn.dondoc.agency.succeeded.v1", on = Topic.AGENCIES)
public record AgencySucceeded(
        @Meaning("same for the same succession told twice") String successionId,
        @Meaning("code of the province whose agencies end") String province,
        @Meaning("codes of the agencies that end") List<String> from,

        @Meaning(
                "codes of the agencies that take over, each everything unless the note says otherwise; may be of another province")
        List<String> to,

        @Meaning("first day of the successors; the predecessors' last day is the one before")
        LocalDate on,

        @Meaning("the act it rests on, or who takes over what") @Nullable
        String note) {

    public AgencySucceeded {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
