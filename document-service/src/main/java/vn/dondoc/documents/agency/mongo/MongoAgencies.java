package vn.dondoc.documents.agency.mongo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import vn.dondoc.documents.agency.Agencies;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.AgencyEvent;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Filters;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;

@Repository
class MongoAgencies implements Agencies {

    private static final int MOST_OF_A_PROVINCE = 10_000;
    private static final int MOST_OF_ONE_CODE = 100;
    private static final String CODES = "state.codes.value";
    private static final String NAME_ORDER = "state.nameOrder";
    private static final String WORDS = "state.words";
    private static final String KIND = "state.kind";
    private static final String PARENT = "state.parent";
    private static final String SUPERVISOR = "state.supervisor";
    private static final String VALID_FROM = "state.validFrom";
    private static final String VALID_TO = "state.validTo";

    private static final Order BY_NAME = Order.by(NAME_ORDER);
    private static final Map<String, Order> ORDERS =
            Map.of("code", Order.BY_ID, "-code", Order.BY_ID.reversed(), "name", BY_NAME, "-name", BY_NAME.reversed());

    private static final AccessScope SELF = AccessScope.ofService("tell-again");

    private final AggregateStore<Agency, AgencyEvent> store;

    MongoAgencies(Outbox outbox, EventEncoder<AgencyEvent> encoder) {
        this.store = outbox.storeOf(
                "agencies", AgencyDocument.class, AgencyDocument::from, AgencyDocument::toAgency, encoder);
        for (Order order : List.of(Order.BY_ID, BY_NAME)) {
            store.declareIndex(order, "province");
            for (String field : List.of(WORDS, KIND, PARENT, SUPERVISOR)) {
                store.declareIndex(order, "province", field);
            }
        }
        store.declareSparseIndex(new Document(CODES, 1));
        store.storedAs(2);
        store.tellAgain(
                Topic.AGENCIES, (province, it) -> List.of(new AgencyEvent.AgencyRegistered(it, ancestors(SELF, it))));
    }

    @Override
    public Optional<Versioned<Agency>> find(AccessScope scope, String code) {
        return store.find(code, scope.provinceInSight());
    }

    @Override
    public Stretch<Versioned<Agency>> list(AccessScope scope, Filter filter, Window window) {
        Document query = inSight(scope);
        Filters.containing(query, WORDS, SearchWords.in(filter.words()));
        Filters.narrow(query, KIND, filter.kind());
        Filters.narrow(query, PARENT, filter.parent());
        Filters.narrow(query, SUPERVISOR, filter.supervisor());
        if (filter.on() != null) {
            String day = filter.on().toString();
            query.append(VALID_FROM, new Document("$lte", day));
            query.append(
                    "$or",
                    List.of(
                            new Document(VALID_TO, new Document("$exists", false)),
                            new Document(VALID_TO, new Document("$gte", day))));
        }
        return store.list(query, ORDERS, window);
    }

    @Override
    public List<Agency> ofProvince(AccessScope scope, String province) {
        String inSight = scope.provinceInSight();
        if (inSight != null && !inSight.equals(province)) {
            return List.of();
        }
        return store.first(new Document("province", province), Order.BY_ID, MOST_OF_A_PROVINCE).stream()
                .map(Versioned::state)
                .toList();
    }

    @Override
    public List<Agency> called(AccessScope scope, String value, LocalDate day) {
        List<Agency> called = new ArrayList<>();
        store.find(value, scope.provinceInSight()).map(Versioned::state).ifPresent(called::add);
        store.findAny(inSight(scope).append(CODES, value), MOST_OF_ONE_CODE).stream()
                .map(Versioned::state)
                .filter(it -> it.isCalled(value, day) && !called.contains(it))
                .forEach(called::add);
        return called;
    }

    @Override
    public Receipt register(AccessScope scope, Agency agency, Command command, Runnable refuse) {
        var registered = new AgencyEvent.AgencyRegistered(agency, ancestors(scope, agency));
        if (store.find(agency.code(), scope.provinceInSight()).isEmpty()) {
            return store.create(agency.code(), agency.province(), command, () -> {
                refuse.run();
                return Decision.of(agency, registered);
            });
        }
        return store.handle(
                Text.of("documents.no-agency", agency.code()),
                agency.code(),
                scope.provinceInSight(),
                command,
                before -> {
                    refuse.run();
                    return before.state().equals(agency) ? Decision.nothing(agency) : Decision.of(agency, registered);
                });
    }

    @Override
    public void registerAll(AccessScope scope, String province, List<Agency> agencies, Command command) {
        store.takeKey(command);
        Map<String, Agency> all = new HashMap<>();
        ofProvince(scope, province).forEach(it -> all.put(it.code(), it));
        Set<String> known = Set.copyOf(all.keySet());
        agencies.forEach(it -> all.put(it.code(), it));
        List<AggregateStore.Birth<Agency, AgencyEvent>> births = new ArrayList<>();
        for (Agency agency : agencies) {
            if (known.contains(agency.code())) {
                register(scope, agency, command.partOf(agency.code()), () -> {}); // looked at with the whole file
            } else {
                var registered = new AgencyEvent.AgencyRegistered(agency, ancestors(agency, all::get));
                births.add(new AggregateStore.Birth<>(agency.code(), province, Decision.of(agency, registered)));
            }
        }
        store.createAll(births, scope.actor());
    }

    @Override
    public Receipt end(AccessScope scope, String code, LocalDate lastDay, Command command) {
        return store.handle(Text.of("documents.no-agency", code), code, scope.provinceInSight(), command, before -> {
            Agency ended = before.state().endingOn(lastDay);
            return ended.equals(before.state())
                    ? Decision.nothing(ended)
                    : Decision.of(ended, new AgencyEvent.AgencyRegistered(ended, ancestors(scope, ended)));
        });
    }

    private List<String> ancestors(AccessScope scope, Agency agency) {
        return ancestors(
                agency,
                code -> store.find(code, scope.provinceInSight())
                        .map(Versioned::state)
                        .orElse(null));
    }

    private static List<String> ancestors(Agency agency, Function<String, @Nullable Agency> find) {
        Set<String> ancestors = new LinkedHashSet<>();
        String parent = agency.parent();
        while (parent != null && ancestors.add(parent)) {
            Agency found = find.apply(parent);
            parent = found == null ? null : found.parent();
        }
        return new ArrayList<>(ancestors);
    }

    private static Document inSight(AccessScope scope) {
        String province = scope.provinceInSight();
        return province == null ? new Document() : new Document("province", province);
    }
}
