package vn.dondoc.documents.directive.mongo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.SearchWords;
import vn.dondoc.documents.directive.AddressedGroup;
import vn.dondoc.documents.directive.Amendment;
import vn.dondoc.documents.directive.Correction;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Ending;
import vn.dondoc.documents.directive.Reading;

/**
 * A directive as it is stored.
 *
 * @param issueOrder day of issue, empty while unknown: what lists are ordered by
 * @param words each word once, without diacritics: what a search looks for
 * @param duties how many were read; documents of the first form have none until they are written anew
 */
record DirectiveDocument(
        String province,
        Directive.Status status,
        Reading reading,
        String text,
        String sourceName,
        @Nullable LocalDate issuedOn,
        List<AddressedGroup> groups,
        List<Amendment> amendments,
        @Nullable List<Correction> corrections,
        @Nullable Ending ending,
        String issueOrder,
        List<String> words,
        List<String> issuerWords,
        List<String> numberWords,
        @Nullable Integer duties,
        @Nullable Integer targets,
        @Nullable Integer corrected) {

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
                it.corrections(),
                it.ending(),
                it.issueOrder(),
                SearchWords.in(
                        it.reading().head().number(),
                        it.reading().head().issuer(),
                        it.reading().head().subject(),
                        it.text()),
                SearchWords.in(it.reading().head().issuer()),
                SearchWords.in(it.reading().head().number()),
                it.reading().provisions().size(),
                it.reading().targets().size(),
                it.corrections().size());
    }

    Directive toDirective() {
        return new Directive(
                province,
                status,
                reading,
                text,
                sourceName,
                issuedOn,
                groups,
                amendments,
                Objects.requireNonNullElse(corrections, List.of()),
                ending);
    }
}
