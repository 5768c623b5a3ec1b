package vn.dondoc.documents.directive.mongo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.AddressedGroup;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Reading;

/** A directive as it is stored. */
record DirectiveDocument(
        String province,
        Directive.Status status,
        Reading reading,
        String text,
        String sourceName,
        @Nullable LocalDate issuedOn,
        List<AddressedGroup> groups) {

    static DirectiveDocument from(Directive it) {
        return new DirectiveDocument(
                it.province(), it.status(), it.reading(), it.text(), it.sourceName(), it.issuedOn(), it.groups());
    }

    Directive toDirective() {
        return new Directive(province, status, reading, text, sourceName, issuedOn, groups);
    }
}
