package vn.dondoc.documents.directive.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.documents.directive.AddressedGroup;
import vn.dondoc.documents.directive.Amendment;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Ending;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.messaging.inbox.PutAside;

/**
 * A directive as it is shown, without its text.
 *
 * @param notTakenUp services that could not take up what they were told of it; none if all is well
 */
record DirectiveView(
        String id,
        String province,
        Directive.Status status,
        String sourceName,
        @Nullable LocalDate issuedOn,
        Reading reading,
        List<AddressedGroup> groups,
        List<Amendment> amendments,
        @Nullable Ending ending,
        List<PutAside.NotTakenUp> notTakenUp) {

    static DirectiveView of(Versioned<Directive> it, List<PutAside.NotTakenUp> notTakenUp) {
        Directive directive = it.state();
        return new DirectiveView(
                it.id(),
                directive.province(),
                directive.status(),
                directive.sourceName(),
                directive.issuedOn(),
                directive.reading(),
                directive.groups(),
                directive.amendments(),
                directive.ending(),
                notTakenUp);
    }
}
