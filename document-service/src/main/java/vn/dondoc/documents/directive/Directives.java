package vn.dondoc.documents.directive;

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

    Optional<Versioned<Directive>> find(AccessScope scope, String id);

    /** In id order, after {@code afterId}; {@code number} only those with this canonical number. */
    List<Versioned<Directive>> list(AccessScope scope, @Nullable String number, String afterId, int limit);

    /** Keeps a draft. The same text taken in again finds the first. */
    Receipt draft(AccessScope scope, Directive draft, Command command);

    Receipt change(
            AccessScope scope,
            String id,
            Command command,
            Function<Directive, Decision<Directive, DirectiveEvent>> decide);
}
