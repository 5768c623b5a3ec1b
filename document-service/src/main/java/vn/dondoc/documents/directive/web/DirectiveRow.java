package vn.dondoc.documents.directive.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.DirectiveSummary;
import vn.dondoc.documents.directive.Reading;

/** A directive as lists show it; its clauses stand under its id. */
record DirectiveRow(
        String id,
        Directive.Status status,
        Reading.Head head,
        String sourceName,
        @Nullable LocalDate issuedOn,
        int duties,
        int targets,
        int findings,
        int corrections) {

    static DirectiveRow of(Versioned<DirectiveSummary> it) {
        DirectiveSummary directive = it.state();
        return new DirectiveRow(
                it.id(),
                directive.status(),
                directive.head(),
                directive.sourceName(),
                directive.issuedOn(),
                directive.duties(),
                directive.targets(),
                directive.findings(),
                directive.corrections());
    }
}
