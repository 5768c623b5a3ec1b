package vn.dondoc.documents.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;

/** Follows citations in both directions. Nothing is stored, so a document that arrives late resolves by being there. */
@Component
public class TraceLineage {

    private static final int MOST = 50;

    private final Directives directives;

    TraceLineage(Directives directives) {
        this.directives = directives;
    }

    public Lineage of(AccessScope scope, Versioned<Directive> directive) {
        List<Lineage.Link> up = new ArrayList<>();
        for (Citation it : directive.state().reading().citations()) {
            Optional<String> registered = registered(scope, it).filter(id -> !id.equals(directive.id()));
            up.add(new Lineage.Link(
                    registered.orElse(null), it.number(), it.date(), it.issuer(), it.type(), it.role(), it.text()));
        }
        return new Lineage(up, down(scope, directive));
    }

    private static @Nullable String nameOf(@Nullable DocumentType type) {
        return type == null ? null : type.name();
    }

    private Optional<String> registered(AccessScope scope, Citation citation) {
        return directives.identified(scope, Identity.of(citation)).stream()
                .map(Versioned::id)
                .findFirst();
    }

    private List<Lineage.Link> down(AccessScope scope, Versioned<Directive> directive) {
        List<Lineage.Link> down = new ArrayList<>();
        Identity own = Identity.of(directive.state().reading());
        if (own.number() == null) {
            return down;
        }
        for (Versioned<Directive> other : directives.citing(scope, own.number())) {
            Reading reading = other.state().reading();
            reading.citations().stream()
                    .filter(it -> !other.id().equals(directive.id()) && own.matches(Identity.of(it)))
                    .findFirst()
                    .ifPresent(it -> down.add(new Lineage.Link(
                            other.id(),
                            reading.number(),
                            reading.issueDate(),
                            reading.head().issuer(),
                            nameOf(reading.head().docType()),
                            it.role(),
                            it.text())));
        }
        return down;
    }
}
