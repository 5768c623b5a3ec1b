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
import vn.dondoc.aggregate.Versioned;

/** The registry of directives, within a scope. */
public interface Directives {

    /**
     * What to look for; {@code null} does not narrow.
     *
     * @param number canonical
     * @param issuer words that all occur in its name, with or without diacritics
     * @param from first day of issue
     * @param to last day of issue
     * @param words that all occur in the text, with or without diacritics
     */
    record Filter(
            @Nullable String number,
            @Nullable String issuer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String words) {

        public static Filter ofNumber(@Nullable String number) {
            return new Filter(number, null, null, null, null);
        }
    }

    Optional<Versioned<Directive>> find(AccessScope scope, String id);

    /** The latest issued first, after {@code after}, an encoded {@link vn.dondoc.aggregate.Position}; empty from the start. */
    List<Versioned<Directive>> list(AccessScope scope, Filter filter, String after, int limit);

    /** Directives that cite a number. */
    List<Versioned<Directive>> citing(AccessScope scope, String number);

    /** Keeps a draft. The same document taken in again, even under another text, finds the first. */
    Receipt draft(AccessScope scope, Directive draft, Command command);

    Receipt change(
            AccessScope scope,
            String id,
            Command command,
            Function<Directive, Decision<Directive, DirectiveEvent>> decide);
}
