package vn.dondoc.reporting.target.mongo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Filters;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.reporting.indicator.Aim;
import vn.dondoc.reporting.target.Target;
import vn.dondoc.reporting.target.TargetEvent;
import vn.dondoc.reporting.target.Targets;

@Repository
class MongoTargets implements Targets {

    private static final int MOST_OF_A_PROVINCE = 10_000;

    private static final String DIRECTIVE = "state.directiveId";
    private static final String INDICATOR = "state.indicator";
    private static final String TIED = "state.tied";
    private static final String WORDS = "state.words";
    private static final String DIRECTIVE_ORDER = "state.directiveOrder";
    private static final String NAME_ORDER = "state.nameOrder";

    private static final Order BY_DIRECTIVE = Order.by(DIRECTIVE_ORDER);
    private static final Order BY_NAME = Order.by(NAME_ORDER);
    private static final Map<String, Order> ORDERS = Map.of(
            "directive",
            BY_DIRECTIVE,
            "-directive",
            BY_DIRECTIVE.reversed(),
            "name",
            BY_NAME,
            "-name",
            BY_NAME.reversed());

    private final AggregateStore<Target, TargetEvent> store;

    private record TargetDocument(
            String id,
            String province,
            String directiveId,
            @Nullable String directiveNumber,
            String clause,
            String name,
            @Nullable String comparator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal valueMax,
            @Nullable String unit,
            @Nullable String year,
            @Nullable String baseline,
            String text,
            @Nullable String indicator,
            @Nullable String dropped,
            @Nullable Boolean tied,
            String directiveOrder,
            String nameOrder,
            List<String> words) {

        static TargetDocument from(Target it) {
            return new TargetDocument(
                    it.id(),
                    it.province(),
                    it.directiveId(),
                    it.directiveNumber(),
                    it.clause(),
                    it.name(),
                    it.aim() == null ? null : it.aim().sign(),
                    it.value(),
                    it.valueMax(),
                    it.unit(),
                    it.year(),
                    it.baseline(),
                    it.text(),
                    it.indicator(),
                    it.dropped(),
                    it.indicator() != null,
                    Objects.requireNonNullElse(it.directiveNumber(), it.directiveId()) + " " + it.clause(),
                    SearchWords.folded(it.name()),
                    SearchWords.in(it.name(), it.text()));
        }

        Target toTarget() {
            return new Target(
                    id,
                    province,
                    directiveId,
                    directiveNumber,
                    clause,
                    name,
                    Aim.find(comparator).orElse(null),
                    value,
                    valueMax,
                    unit,
                    year,
                    baseline,
                    text,
                    indicator,
                    dropped);
        }
    }

    MongoTargets(Outbox outbox, EventEncoder<TargetEvent> encoder) {
        this.store = outbox.storeOf(
                "targets", TargetDocument.class, TargetDocument::from, TargetDocument::toTarget, encoder);
        store.declareIndex(Order.BY_ID, "province");
        store.declareIndex(BY_DIRECTIVE, DIRECTIVE);
        for (Order order : List.of(BY_DIRECTIVE, BY_NAME)) {
            store.declareIndex(order, "province");
            for (String field : List.of(DIRECTIVE, INDICATOR, TIED, WORDS)) {
                store.declareIndex(order, "province", field);
            }
        }
        store.storedAs(2);
        store.tellAgain(Topic.DEFINITIONS, (province, it) -> it.told());
    }

    @Override
    public List<Versioned<Target>> ofProvince(AccessScope scope, String province) {
        String inSight = scope.provinceInSight();
        return inSight != null && !inSight.equals(province)
                ? List.of()
                : store.first(new Document("province", province), Order.BY_ID, MOST_OF_A_PROVINCE);
    }

    @Override
    public Stretch<Versioned<Target>> list(AccessScope scope, Filter filter, Window window) {
        Document query = new Document("province", scope.province());
        Filters.narrow(query, DIRECTIVE, filter.directiveId());
        Filters.narrow(query, INDICATOR, filter.indicator());
        Filters.narrow(query, TIED, filter.tied());
        Filters.narrow(query, "state.year", filter.year());
        Filters.containing(query, WORDS, SearchWords.in(filter.words()));
        return store.list(query, ORDERS, window);
    }

    @Override
    public Optional<Versioned<Target>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight());
    }

    @Override
    public Receipt create(AccessScope scope, Target target, Command command) {
        return store.create(target.id(), target.province(), command, () -> Target.set(target));
    }

    @Override
    public void keep(AccessScope scope, Target target, Decision<Target, TargetEvent> decision) {
        store.createAll(List.of(new AggregateStore.Birth<>(target.id(), target.province(), decision)), scope.actor());
    }

    @Override
    public List<Versioned<Target>> ofDirective(AccessScope scope, String directiveId) {
        Document query = new Document(DIRECTIVE, directiveId);
        String inSight = scope.provinceInSight();
        return store.first(
                inSight == null ? query : query.append("province", inSight), BY_DIRECTIVE, MOST_OF_A_PROVINCE);
    }

    @Override
    public Receipt change(
            AccessScope scope, String id, Command command, Function<Target, Decision<Target, TargetEvent>> decide) {
        return store.handle(
                Text.of("reporting.no-target", id),
                id,
                scope.provinceInSight(),
                command,
                it -> decide.apply(it.state()));
    }
}
