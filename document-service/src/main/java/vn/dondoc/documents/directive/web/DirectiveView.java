package vn.dondoc.documents.directive.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.documents.directive.AddressedGroup;
import vn.dondoc.documents.directive.Amendment;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Ending;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.Sure;
import vn.dondoc.documents.directive.Sureness;
import vn.dondoc.messaging.inbox.PutAside;

/**
 * A directive as it is shown, without its text.
 *
 * @param sure how sure the reader is of what it says of each duty and target, and why
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
        List<SureOf> sure,
        List<PutAside.NotTakenUp> notTakenUp) {

    /**
     * How sure the reader is of one thing.
     *
     * @param path of the duty or target
     * @param confidence of a hundred such things, how many are right, from 0 to 1
     * @param why in Vietnamese
     * @param whyEn the same in English
     */
    record SureOf(String path, Sure.Field field, double confidence, String why, String whyEn) {

        static SureOf of(String path, Sure it) {
            return new SureOf(
                    path, it.field(), it.confidence(), it.sign().vi(), it.sign().en());
        }
    }

    private static List<SureOf> sure(Reading reading) {
        return Stream.concat(
                        reading.provisions().stream()
                                .flatMap(duty ->
                                        Sureness.of(duty, reading).stream().map(it -> SureOf.of(duty.path(), it))),
                        reading.targets().stream().map(it -> SureOf.of(it.path(), Sureness.of(it))))
                .toList();
    }

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
                sure(directive.reading()),
                notTakenUp);
    }
}
