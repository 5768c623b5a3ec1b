package vn.dondoc.documents.directive.mongo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.AddressedGroup;
import vn.dondoc.documents.directive.Amendment;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Ending;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.SearchWords;

/** A directive as it is stored. The words are what a search looks through, without
 * diacritics. */
record DirectiveDocument(
        String province,
        Directive.Status status,
        Reading reading,
        String text,
        String sourceName,
        @Nullable LocalDate issuedOn,
        List<AddressedGroup> groups,
        List<Amendment> amendments,
        @Nullable Ending ending,
        String words,
        String issuerWords) {

    static DirectiveDocument from(Directive it) {
        return new DirectiveDocument(
                it.province(),
                it.status(),
                it.reading(),
                it.text(),
                it.sourceName(),
                it.issuedOn(),
                it.groups(),
                it.amendments(),
                it.ending(),
                SearchWords.of(it),
                SearchWords.folded(orEmpty(it.reading().head().issuer())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    Directive toDirective() {
        return new Directive(province, status, reading, text, sourceName, issuedOn, groups, amendments, ending);
    }
}
