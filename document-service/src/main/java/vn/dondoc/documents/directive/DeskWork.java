package vn.dondoc.documents.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;

/** What a clerk does to a reading before it takes effect: puts it right, or throws it away. */
@Component
public class DeskWork {

    private final Directives directives;
    private final Originals originals;
    private final Clock clock;

    DeskWork(Directives directives, Originals originals, Clock clock) {
        this.directives = directives;
        this.originals = originals;
        this.clock = clock;
    }

    /**
     * Puts number, date and subject right; what is {@code null} stays.
     *
     * @throws Failure.Invalid if the number is none of either grammar
     * @throws Failure.Conflict if another document of the registry is that one
     */
    public Receipt complete(
            AccessScope scope,
            String id,
            @Nullable String number,
            @Nullable LocalDate issueDate,
            @Nullable String subject,
            Command command) {
        String canonical = number == null ? null : canonical(number);
        refuseIdentityOfAnother(scope, id, canonical, issueDate);
        return directives.change(
                scope, id, command, it -> it.complete(canonical, issueDate, subject, clock.instant(), command.actor()));
    }

    private static String canonical(String number) {
        return DocumentNumber.of(number)
                .map(DocumentNumber::canonical)
                .orElseThrow(() -> new Failure.Invalid("/number", "documents.rule-number", number));
    }

    private void refuseIdentityOfAnother(
            AccessScope scope, String id, @Nullable String number, @Nullable LocalDate issueDate) {
        Reading reading = directives.get(scope, id).state().reading();
        String itsNumber = number == null ? reading.number() : number;
        LocalDate itsDate = issueDate == null ? reading.issueDate() : issueDate;
        if (itsNumber == null || itsDate == null || number == null && issueDate == null) {
            return;
        }
        var identity = new Identity(itsNumber, itsDate, reading.head().issuer());
        Optional<String> other = directives.identified(scope, identity).stream()
                .filter(it -> !it.id().equals(id))
                .filter(it -> Objects.equals(it.state().reading().issueDate(), itsDate))
                .map(Versioned::id)
                .findFirst();
        if (other.isPresent()) {
            throw new Failure.Conflict("documents.identity-of-another", itsNumber, itsDate, other.get());
        }
    }

    /** Puts duties and targets right. */
    public Receipt correct(AccessScope scope, String id, Correction.Wanted wanted, Command command) {
        return directives.change(scope, id, command, it -> it.correct(wanted, clock.instant(), command.actor()));
    }

    /**
     * Throws a draft away, with its file; nobody was told of it.
     *
     * @throws Failure.Rejected once it was issued
     */
    public void discard(AccessScope scope, String id) {
        Versioned<Directive> found = directives.get(scope, id);
        if (!found.state().isDraft()) {
            throw new Failure.Rejected("documents.issued-stays");
        }
        directives.remove(scope, found);
        originals.remove(scope, id);
    }
}
