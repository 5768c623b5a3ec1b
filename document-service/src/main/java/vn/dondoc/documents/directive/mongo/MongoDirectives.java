package vn.dondoc.documents.directive.mongo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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
import vn.dondoc.documents.directive.Identity;
import vn.dondoc.documents.directive.SearchWords;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.AggregateStore.Order;
import vn.dondoc.messaging.outbox.Outbox;

@Repository
class MongoDirectives implements Directives {

    private static final int MOST_CITING = 200;
    private static final String NUMBER = "state.reading.head.number";
    private static final String CITED = "state.reading.citations.number";
    private static final String ISSUED = "state.issueOrder";
    /** Before any day, after what has none. */
    private static final String EARLIEST = "0";

    private static final String WORDS = "state.words";
    private static final String ISSUER_WORDS = "state.issuerWords";

    private final AggregateStore<Directive, DirectiveEvent> store;

    MongoDirectives(Outbox outbox, EventEncoder<DirectiveEvent> encoder) {
        this.store = outbox.storeOf(
                "directives",
                DirectiveDocument.class,
                DirectiveDocument::from,
                DirectiveDocument::toDirective,
                encoder);
        store.declareIndex(latestFirst());
        for (String field : List.of(NUMBER, WORDS, ISSUER_WORDS)) {
            store.declareIndex(latestFirst(field));
        }
        store.declareIndex(new Document("province", 1).append(CITED, 1));
    }

    private static Document latestFirst(String... fields) {
        Document keys = new Document("province", 1);
        List.of(fields).forEach(it -> keys.append(it, 1));
        return keys.append(ISSUED, -1).append("_id", 1);
    }

    @Override
    public Optional<Versioned<Directive>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight());
    }

    @Override
    public List<Versioned<Directive>> list(AccessScope scope, Filter filter, String after, int limit) {
        Document query = new Document("province", scope.province());
        if (filter.number() != null) {
            query.append(NUMBER, filter.number());
        }
        Document days = new Document();
        if (filter.from() != null) {
            days.append("$gte", filter.from().toString());
        }
        if (filter.to() != null) {
            days.putIfAbsent("$gte", EARLIEST);
            days.append("$lte", filter.to().toString());
        }
        if (!days.isEmpty()) {
            query.append(ISSUED, days);
        }
        containing(query, ISSUER_WORDS, filter.issuer());
        containing(query, WORDS, filter.words());
        return store.find(query, Order.byGreatest(ISSUED), after, limit);
    }

    /** All of the words; the longest, which is the rarest as a rule, leads to the candidates. */
    private static void containing(Document query, String field, @Nullable String asked) {
        List<String> words = SearchWords.in(asked).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (!words.isEmpty()) {
            query.append(field, words.getFirst());
        }
        if (words.size() > 1) {
            List<Document> all = new ArrayList<>(query.getList("$and", Document.class, List.of()));
            words.subList(1, words.size()).forEach(it -> all.add(new Document(field, it)));
            query.append("$and", all);
        }
    }

    @Override
    public List<Versioned<Directive>> citing(AccessScope scope, String number) {
        Document query = new Document("province", scope.province()).append(CITED, number);
        return store.findAny(query, MOST_CITING);
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
                    Text.of("documents.no-directive", id),
                    id,
                    scope.provinceInSight(),
                    command,
                    before -> Decision.nothing(before.state()));
        }
        return store.create(id, draft.province(), command, () -> Decision.quietly(draft));
    }

    private Optional<String> registered(AccessScope scope, Identity identity) {
        if (identity.number() == null || identity.date() == null) {
            return Optional.empty();
        }
        Document query = new Document("province", scope.province()).append(NUMBER, identity.number());
        return store.findAny(query, MOST_CITING).stream()
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
        return store.handle(
                Text.of("documents.no-directive", id),
                id,
                scope.provinceInSight(),
                command,
                before -> decide.apply(before.state()));
    }
}
