package vn.dondoc.contract.directive.v1;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.OfProvince;
import vn.dondoc.contract.Topic;

@Meaning("A directive took effect; its provisions become tasks, its targets become measures.")
@EventType(value = "vn.dondoc.directive.issued.v1", on = Topic.DIRECTIVES)
public record DirectiveIssued(
        String directiveId,

        @Meaning("canonical; absent if the paper has none yet") @Nullable
        String number,

        @Nullable LocalDate issueDate,
        @Meaning("day it was issued in the system") LocalDate issuedOn,

        @Meaning("last day of the period it is made for (giai đoạn, năm); what comes round ends then") @Nullable
        LocalDate endsOn,

        @Nullable String docType,
        @Nullable String issuer,
        @Meaning("code") String province,
        @Meaning("trích yếu") @Nullable String subject,

        @Meaning("title of the signer, never a name") @Nullable
        String signer,

        List<AgencyGroup> groups,
        List<Provision> provisions,
        List<Target> targets,
        List<Citation> citations)
        implements OfProvince {

    public DirectiveIssued {
        groups = List.copyOf(groups);
        provisions = List.copyOf(provisions);
        targets = List.copyOf(targets);
        citations = List.copyOf(citations);
    }

    @Override
    public List<String> agencies() {
        return groups.stream().flatMap(it -> it.agencies().stream()).toList();
    }
}
