package vn.dondoc.contract.report.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.OfProvince;
import vn.dondoc.contract.Topic;

@Meaning("What the agencies reported for a period was put together and sent to the bodies to which that is owed.")
@EventType(value = "vn.dondoc.consolidation.sent.v1", on = Topic.REPORTS)
public record ConsolidationSent(
        String consolidationId,
        @Meaning("code") String province,
        @Meaning("code") String form,
        String formName,
        @Meaning("such as 2021-Q3") String period,

        @Meaning("code of the agency whose figures it tells")
        String agency,

        @Meaning("code of the agency that sent it") String sender,

        @Meaning("number and symbol of the document") @Nullable
        String number,

        @Meaning("codes of the agencies that it was sent to")
        List<String> to,

        @Meaning("bodies outside the system that it was sent to, in words")
        List<String> outside,

        @Meaning("of the document, hexadecimal") String sha256)
        implements OfProvince {

    public ConsolidationSent {
        to = List.copyOf(to);
        outside = List.copyOf(outside);
    }

    @Override
    public List<String> agencies() {
        return List.of(sender);
    }
}
