package vn.dondoc.documents.directive.mongo;

import static vn.dondoc.messaging.outbox.AggregateStore.CREATED;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.dondoc.aggregate.SearchWords;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.contract.Topic;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.DirectiveEvent;
import vn.dondoc.documents.directive.DirectiveSummary;
import vn.dondoc.documents.directive.Directives;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Identity;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.Urgency;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Filters;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;

@Repository
class MongoDirectives implements Directives {

    private static final int MOST_CITING = 200;
    private static final String NUMBER = "state.reading.head.number";
    private static final String CITED = "state.reading.citations.number";
    private static final String ISSUED = "state.issueOrder";
    /** Before any day, after what has none. */
    private static final String EARLIEST = "0";

    private static final String STATUS = "state.status";
    private static final String DOC_TYPE = "state.reading.head.docType";
    private static final String URGENCY = "state.reading.head.urgency";
    private static final String NUMBER_WORDS = "state.numberWords";
    private static final String WORDS = "state.words";
    private static final String ISSUER_WORDS = "state.issuerWords";

    private static final Order LATEST_ISSUED = Order.byGreatest(ISSUED);
    private static final Order LATEST_CREATED = Order.byLatest(CREATED);
    private static final Map<String, Order> ORDERS = Map.of(
            "issued",
            LATEST_ISSUED.reversed(),
            "-issued",
            LATEST_ISSUED,
            "created",
            LATEST_CREATED.reversed(),
            "-created",
            LATEST_CREATED);

    private final AggregateStore<Directive, DirectiveEvent> store;

    MongoDirectives(Outbox outbox, EventEncoder<DirectiveEvent> encoder) {
        this.store = outbox.storeOf(
                "directives",
                DirectiveDocument.class,
                DirectiveDocument::from,
                DirectiveDocument::toDirective,
                encoder);
        for (Order order : List.of(LATEST_ISSUED, LATEST_CREATED)) {
            store.declareIndex(order, "province");
            for (String field : List.of(NUMBER_WORDS, WORDS, ISSUER_WORDS, STATUS, DOC_TYPE, URGENCY)) {
                store.declareIndex(order, "province", field);
            }
        }
        store.declareIndex(new Document("province", 1).append(NUMBER, 1));
        store.declareIndex(new Document("province", 1).append(CITED, 1));
        store.keepDigestOf(
                "text",
                "sourceName",
                "reading",
                "words",
                "numberWords",
                "issuerWords"); // a paper thrown away is forgotten
        store.storedAs(2);
        store.tellAgain(Topic.DIRECTIVES, (province, it) -> it.told());
    }

    @Override
    public Optional<Versioned<Directive>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight());
    }

    /** What of a directive its summary needs. */
    private record Summary(
            Directive.Status status,
            Read reading,
            String sourceName,
            @Nullable LocalDate issuedOn,
            @Nullable Integer duties,
            @Nullable Integer targets,
            @Nullable Integer corrected) {

        private record Read(Reading.Head head, List<Finding> findings) {}

        private static final List<String> FIELDS = List.of(
                "status",
                "reading.head",
                "reading.findings",
                "sourceName",
                "issuedOn",
                "duties",
                "targets",
                "corrected");

        DirectiveSummary toSummary() {
            return new DirectiveSummary(
                    status,
                    reading.head(),
                    sourceName,
                    issuedOn,
                    Objects.requireNonNullElse(duties, 0),
                    Objects.requireNonNullElse(targets, 0),
                    Objects.requireNonNullElse(reading.findings(), List.of()).size(),
                    Objects.requireNonNullElse(corrected, 0));
        }
    }

    @Override
    public Stretch<Versioned<DirectiveSummary>> list(AccessScope scope, Filter filter, Window window) {
        Document query = new Document("province", scope.province());
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
        Filters.narrow(query, STATUS, filter.status());
        narrowTo(query, DOC_TYPE, filter.docType(), DocumentType.UNKNOWN);
        narrowTo(query, URGENCY, filter.urgency(), Urgency.NORMAL);
        Filters.containing(query, NUMBER_WORDS, SearchWords.in(filter.number()));
        Filters.containing(query, ISSUER_WORDS, SearchWords.in(filter.issuer()));
        Filters.containing(query, WORDS, SearchWords.in(filter.words()));
        return store.list(query, ORDERS, window, Summary.class, Summary.FIELDS).map(it -> it.map(Summary::toSummary));
    }

    /** @param absent of documents that do not say */
    private static <E extends Enum<E>> void narrowTo(Document query, String field, @Nullable E wanted, E absent) {
        if (wanted == absent) {
            query.append(field, null);
        } else {
            Filters.narrow(query, field, wanted);
        }
    }

    @Override
    public List<Versioned<Directive>> numbered(AccessScope scope, String number) {
        return store.findAny(new Document("province", scope.province()).append(NUMBER, number), MOST_CITING);
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
        return identity.date() == null
                ? Optional.empty()
                : identified(scope, identity).stream().map(Versioned::id).findFirst();
    }

    private static String idOf(Directive draft, Identity identity) {
        boolean named = identity.number() != null && identity.date() != null;
        String name = named
                ? draft.province() + "\n" + identity.issuer() + "\n" + identity.date() + "\n" + identity.number()
                : draft.province() + "\n" + draft.text();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public void remove(AccessScope scope, Versioned<Directive> draft) {
        if (!store.remove(draft.id(), draft.state().province(), draft.version())) {
            throw new Failure.Conflict("documents.changed-meanwhile");
        }
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
