package vn.dondoc.contract.agency.v1;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("The latest state of one agency.")
@EventType(value = "vn.dondoc.agency.registered.v1", on = Topic.AGENCIES)
public record AgencyRegistered(
        @Meaning("stable within this system") String code,
        @Meaning("official name in Vietnamese") String name,
        @Meaning("code") String province,

        @Meaning(
                "PROVINCE_COMMITTEE, DEPARTMENT, PUBLIC_SERVICE_UNIT, DISTRICT, COMMUNE, PARTY, DISTRICT_PARTY, COMMUNE_PARTY, MASS_ORGANISATION, MEDIA or OFFICE")
        String kind,

        @Meaning("code of the agency whose figures include this one's") @Nullable
        String parent,

        @Meaning("code of the agency that is told when this one is late") @Nullable
        String supervisor,

        @Meaning("the office's own mailbox, never a person's") @Nullable
        String mailbox,

        @Meaning(
                "post of who answers for it (người đứng đầu), never a name; absent in what was published before it was said")
        @Nullable
        String head,

        LocalDate validFrom,

        @Meaning("last day; absent while it exists") @Nullable
        LocalDate validTo,

        @Meaning("parent, its parent, and so on") List<String> ancestors) {

    public AgencyRegistered {
        ancestors = List.copyOf(ancestors);
    }

    /** The post of who answers for it, in general words where it was not said. */
    public String accountable() {
        return head == null ? "Người đứng đầu " + name : head;
    }
}
