package vn.dondoc.documents.directive.mongo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
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
import vn.dondoc.documents.directive.Identity;
import vn.dondoc.documents.directive.SearchWords;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Outbox;

@Repository
class MongoDirectives implements Directives {

    private static final int MOST_CITING = 200;

    private final AggregateStore<Directive, DirectiveEvent> store;

    MongoDirectives(Outbox outbox, EventEncoder<DirectiveEvent> encoder) {
        this.store = outbox.storeOf(
                "directives",
                DirectiveDocument.class,
                DirectiveDocument::from,
                DirectiveDocument::toDirective,
                encoder);
        store.declareIndex(new Document("province", 1).append("state.reading.head.number", 1), false);
        store.declareIndex(new Document("province", 1).append("state.reading.citations.number", 1), false);
        store.declareIndex(new Document("province", 1).append("state.reading.head.issueDate", 1), false);
    }

    @Override
    public Optional<Versioned<Directive>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight());
    }

    @Override
    public List<Versioned<Directive>> list(AccessScope scope, Filter filter, String afterId, int limit) {
        Document query = new Document("province", scope.province());
        if (filter.number() != null) {
            query.append("state.reading.head.number", filter.number());
        }
        Document days = new Document();
        if (filter.from() != null) {
            days.append("$gte", filter.from().toString());
        }
        if (filter.to() != null) {
            days.append("$lte", filter.to().toString());
        }
        if (!days.isEmpty()) {
            query.append("state.reading.head.issueDate", days);
        }
        List<Document> words = new ArrayList<>();
        words.addAll(containing("state.issuerWords", orEmpty(filter.issuer())));
        words.addAll(containing("state.words", orEmpty(filter.words())));
        if (!words.isEmpty()) {
            query.append("$and", words);
        }
        return store.find(query, afterId, limit);
    }

    private static List<Document> containing(String field, String asked) {
        return Arrays.stream(SearchWords.folded(asked).split(" "))
                .filter(it -> !it.isEmpty())
                .map(it -> new Document(field, new Document("$regex", Pattern.quote(it))))
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public List<Versioned<Directive>> citing(AccessScope scope, String number) {
        Document query = new Document("province", scope.province()).append("state.reading.citations.number", number);
        return store.find(query, "", MOST_CITING);
    }

    /**
     * A number with its date and issuer makes the id, so that two clerks who take in the same paper at once meet; a text
     * without them makes its own.
     */
    @Override
    public Receipt draft(AccessScope scope, Directive draft, Command command) {
        Identity identity = Identity.of(draft.reading());
        String id = registered(scope, identity).orElseGet(() -> idOf(draft, identity));
        Optional<Versioned<Directive>> known = store.find(id, scope.provinceInSight());
        if (known.isPresent()) {
            return store.handle(
                    "văn bản", id, scope.provinceInSight(), command, before -> Decision.nothing(before.state()));
        }
        return store.create(id, draft.province(), command, () -> Decision.quietly(draft));
    }

    private Optional<String> registered(AccessScope scope, Identity identity) {
        if (identity.number() == null || identity.date() == null) {
            return Optional.empty();
        }
        Document query =
                new Document("province", scope.province()).append("state.reading.head.number", identity.number());
        return store.find(query, "", MOST_CITING).stream()
                .filter(it -> Identity.of(it.state().reading()).matches(identity))
                .map(Versioned::id)
                .findFirst();
    }

    private static String idOf(Directive draft, Identity identity) {
        boolean named = identity.number() != null && identity.date() != null;
        String name = named
                ? draft.province() + "\n" + identity.issuer() + "\n" + identity.date() + "\n" + identity.number()
                : draft.province() + "\n" + draft.text();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
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
