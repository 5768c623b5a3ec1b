package vn.dondoc.documents.agency.mongo;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.contract.Topic;
import vn.dondoc.documents.agency.AgencyEvent;
import vn.dondoc.documents.agency.Succession;
import vn.dondoc.documents.agency.Successions;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Filters;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;

@Repository
class MongoSuccessions implements Successions {

    /** A district of the largest province has fewer communes than this. */
    private static final int MOST_OF_ONE_AGENCY = 1_000;

    private static final String FROM = "state.from";
    private static final String ON = "state.on";
    private static final String AGENCIES = "state.agencies";

    private static final Order LATEST = Order.byGreatest(ON);
    private static final Map<String, Order> ORDERS = Map.of("-on", LATEST, "on", LATEST.reversed());

    private final AggregateStore<Succession, AgencyEvent> store;
    private final Clock clock;

    MongoSuccessions(Outbox outbox, EventEncoder<AgencyEvent> encoder, Clock clock) {
        this.clock = clock;
        this.store = outbox.storeOf(
                "successions",
                SuccessionDocument.class,
                SuccessionDocument::from,
                SuccessionDocument::toSuccession,
                encoder);
        store.declareIndex(new Document(FROM, 1));
        store.declareIndex(LATEST, "province");
        store.declareIndex(LATEST, "province", AGENCIES);
        store.storedAs(2);
        store.tellAgain(Topic.AGENCIES, (province, it) -> List.of(new AgencyEvent.AgencySucceeded(province, it)));
    }

    @Override
    public Stretch<Versioned<Succession>> list(AccessScope scope, @Nullable String agency, Window window) {
        Document query = new Document("province", scope.province());
        Filters.narrow(query, AGENCIES, agency);
        return store.list(query, ORDERS, window);
    }

    @Override
    public Receipt keep(AccessScope scope, Succession succession, Command command) {
        Optional<Versioned<Succession>> known = store.find(succession.id(), scope.province());
        if (known.isPresent()) {
            return new Receipt(
                    succession.id(), known.get().version(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        return store.create(
                succession.id(),
                scope.province(),
                command,
                () -> Decision.of(succession, new AgencyEvent.AgencySucceeded(scope.province(), succession)));
    }

    @Override
    public List<Succession> after(AccessScope scope, Collection<String> codes) {
        String province = scope.provinceInSight();
        Document query = province == null ? new Document() : new Document("province", province);
        query.append(FROM, new Document("$in", List.copyOf(codes)));
        return store.findAny(query, MOST_OF_ONE_AGENCY).stream()
                .map(Versioned::state)
                .toList();
    }
}
