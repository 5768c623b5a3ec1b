package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a directive that others must know. */
public sealed interface DirectiveEvent {

    /** Province code; every event belongs to one. */
    String province();

    /** It took effect. */
    record DirectiveIssued(String province, LocalDate issuedOn, Reading reading, List<AddressedGroup> groups)
            implements DirectiveEvent {}

    /** Something missing from the paper was filled in after issue. */
    record DirectiveCorrected(
            String province,
            @Nullable String number,
            @Nullable LocalDate issueDate,
            @Nullable String subject) implements DirectiveEvent {}

    /** Some of its clauses were changed. */
    record DirectiveAmended(String province, Amendment amendment) implements DirectiveEvent {}

    /** It is no longer in force. */
    record DirectiveRevoked(String province, Ending ending) implements DirectiveEvent {}
}
