package vn.dondoc.documents.directive.web;

import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.documents.agency.Agencies;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Directives;
import vn.dondoc.documents.directive.ProposeAmendments;

/** What a paper that changes others would do to those in the registry. */
@RestController
@RequestMapping("/api/v1/directives/{id}/proposals")
class ProposalController {

    private final Directives directives;
    private final Agencies agencies;
    private final ProposeAmendments proposeAmendments;

    ProposalController(Directives directives, Agencies agencies, ProposeAmendments proposeAmendments) {
        this.directives = directives;
        this.agencies = agencies;
        this.proposeAmendments = proposeAmendments;
    }

    /** One for each paper that it changes; the clerk sends what holds of it to that directive's amendments. */
    @GetMapping
    @RolesAllowed({CLERK, AUDITOR})
    List<ProposeAmendments.Proposal> proposals(AccessScope scope, @PathVariable String id) {
        Versioned<Directive> changing = directives.get(scope, id);
        var groups = agencies.groups(scope);
        return proposeAmendments.of(scope, changing, groups::named);
    }
}
