package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;

/** The registry of directives, within a scope. */
public interface Directives {

    /**
     * What to look for; {@code null} does not narrow.
     *
     * @param number words of it that all occur: {@code 4709} finds {@code 4709/UBND-KSTT}
     * @param issuer words that all occur in its name, with or without diacritics
     * @param from first day of issue
     * @param to last day of issue
     * @param words that all occur in the text, with or without diacritics
     * @param urgency as in {@link Reading.Head}
     */
    record Filter(
            @Nullable String number,
            @Nullable String issuer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String words,
            Directive.@Nullable Status status,
            @Nullable DocumentType docType,
            @Nullable Urgency urgency) {}

    Optional<Versioned<Directive>> find(AccessScope scope, String id);

    /** @throws Failure.NotFound if there is none in the scope */
    default Versioned<Directive> get(AccessScope scope, String id) {
        return find(scope, id).orElseThrow(() -> new Failure.NotFound("documents.no-directive", id));
    }

    /** Sorted by {@code issued}, the day of issue, or {@code created}, when it was taken in; with {@code -} the latest first. */
    Stretch<Versioned<DirectiveSummary>> list(AccessScope scope, Filter filter, Window window);

    /** Those of a number, canonical. */
    List<Versioned<Directive>> numbered(AccessScope scope, String number);

    /** Those that may be the document that is meant; none where its number is not known. */
    default List<Versioned<Directive>> identified(AccessScope scope, Identity identity) {
        return identity.number() == null
                ? List.of()
                : numbered(scope, identity.number()).stream()
                        .filter(it -> Identity.of(it.state().reading()).matches(identity))
                        .toList();
    }

    /** Directives that cite a number. */
    List<Versioned<Directive>> citing(AccessScope scope, String number);

    /** Keeps a draft. The same document taken in again, even under another text, finds the first. */
    Receipt draft(AccessScope scope, Directive draft, Command command);

    /** Removes a draft as it was found. If it changed meanwhile, it stays. */
    void remove(AccessScope scope, Versioned<Directive> draft);

    Receipt change(
            AccessScope scope,
            String id,
            Command command,
            Function<Directive, Decision<Directive, DirectiveEvent>> decide);
}
