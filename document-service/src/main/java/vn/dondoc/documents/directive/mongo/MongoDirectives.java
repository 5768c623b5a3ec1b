package vn.dondoc.documents.directive.mongo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.DirectiveEvent;
import vn.dondoc.documents.directive.Directives;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Outbox;

@Repository
class MongoDirectives implements Directives {

    private final AggregateStore<Directive, DirectiveEvent> store;

    MongoDirectives(Outbox outbox, EventEncoder<DirectiveEvent> encoder) {
        this.store = outbox.storeOf(
                "directives",
                DirectiveDocument.class,
                DirectiveDocument::from,
                DirectiveDocument::toDirective,
                encoder);
    }

    @Override
    public Optional<Versioned<Directive>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight());
    }

    @Override
    public List<Versioned<Directive>> list(AccessScope scope, @Nullable String number, String afterId, int limit) {
        Document query = new Document("province", scope.province());
        if (number != null) {
            query.append("state.reading.number", number);
        }
        return store.find(query, afterId, limit);
    }

    @Override
    public Receipt draft(AccessScope scope, Directive draft, Command command) {
        String identity = draft.province() + "\n" + draft.text();
        String id = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                .toString();
        Optional<Versioned<Directive>> known = store.find(id, scope.provinceInSight());
        if (known.isPresent()) {
            return store.handle(
                    "văn bản", id, scope.provinceInSight(), command, before -> Decision.nothing(before.state()));
        }
        return store.create(id, draft.province(), command, () -> Decision.quietly(draft));
    }

    @Override
    public Receipt change(
            AccessScope scope,
            String id,
            Command command,
            Function<Directive, Decision<Directive, DirectiveEvent>> decide) {
        return store.handle("văn bản", id, scope.provinceInSight(), command, before -> decide.apply(before.state()));
    }
}
