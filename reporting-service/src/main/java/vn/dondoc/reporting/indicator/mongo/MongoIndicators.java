package vn.dondoc.reporting.indicator.mongo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import vn.dondoc.reporting.form.ElementUses;
import vn.dondoc.reporting.formula.Term;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.IndicatorEvent;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.indicator.OverTime;
import vn.dondoc.reporting.indicator.WrittenMeasure;

@Repository
class MongoIndicators implements Indicators, ElementUses {

    private static final int MOST_OF_A_PROVINCE = 10_000;

    private static final String WORDS = "state.words";
    private static final String FORM = "state.form";
    private static final Map<String, Order> ORDERS = Map.of("code", Order.BY_ID, "-code", Order.BY_ID.reversed());

    private final AggregateStore<Indicator, IndicatorEvent> store;

    private record IndicatorDocument(
            String code,
            String province,
            String name,
            String form,
            @Nullable WrittenMeasure measure,
            @Nullable OverTime overTime,
            @Nullable List<Term> numerator,
            @Nullable List<Term> denominator,
            @Nullable BigDecimal factor,
            String unit,
            int decimals,
            Indicator.Direction direction,
            Indicator.@Nullable Better better,
            @Nullable String baseline,
            List<String> synonyms,
            @Nullable String partOf,
            @Nullable String owner,
            List<String> words) {

        static IndicatorDocument from(Indicator it) {
            return new IndicatorDocument(
                    it.code(),
                    it.province(),
                    it.name(),
                    it.form(),
                    WrittenMeasure.of(it.measure()),
                    it.overTime(),
                    null,
                    null,
                    null,
                    it.unit(),
                    it.decimals(),
                    it.direction(),
                    it.better(),
                    it.baseline(),
                    it.synonyms(),
                    it.partOf(),
                    it.owner(),
                    SearchWords.in(it.code(), String.join(" ", it.wordings())));
        }

        Indicator toIndicator() {
            return new Indicator(
                    code,
                    province,
                    name,
                    form,
                    (measure == null ? ofTerms() : measure).read(),
                    Objects.requireNonNullElse(overTime, OverTime.NONE),
                    unit,
                    decimals,
                    direction,
                    Objects.requireNonNullElse(better, Indicator.Better.HIGHER),
                    baseline,
                    synonyms,
                    partOf,
                    owner);
        }

        /** As it was kept before there were other measures than sums. */
        private WrittenMeasure ofTerms() {
            List<Term> below = Objects.requireNonNullElse(denominator, List.of());
            String divisor = below.isEmpty() ? null : Term.written(below);
            return new WrittenMeasure(
                    WrittenMeasure.usual(divisor),
                    Term.written(Objects.requireNonNull(numerator)),
                    divisor,
                    factor,
                    null,
                    null);
        }
    }

    MongoIndicators(Outbox outbox, EventEncoder<IndicatorEvent> encoder) {
        this.store = outbox.storeOf(
                "indicators",
                IndicatorDocument.class,
                IndicatorDocument::from,
                IndicatorDocument::toIndicator,
                encoder);
        store.declareIndex(Order.BY_ID, "province");
        store.declareIndex(Order.BY_ID, "province", WORDS);
        store.declareIndex(Order.BY_ID, "province", FORM);
        store.storedAs(3);
        store.tellAgain(Topic.DEFINITIONS, (province, it) -> List.of(new IndicatorEvent.IndicatorDefined(it)));
    }

    @Override
    public Stretch<Versioned<Indicator>> list(
            AccessScope scope, @Nullable String form, @Nullable String words, Window window) {
        Document query = new Document("province", scope.province());
        Filters.narrow(query, FORM, form);
        Filters.containing(query, WORDS, SearchWords.in(words));
        return store.list(query, ORDERS, window);
    }

    @Override
    public Optional<Versioned<Indicator>> find(AccessScope scope, String province, String code) {
        return store.find(id(province, code), scope.provinceInSight());
    }

    @Override
    public List<Indicator> ofProvince(AccessScope scope, String province) {
        String inSight = scope.provinceInSight();
        Document query = new Document("province", inSight == null ? province : inSight);
        return store.first(query, Order.BY_ID, MOST_OF_A_PROVINCE).stream()
                .map(Versioned::state)
                .filter(it -> it.province().equals(province))
                .toList();
    }

    @Override
    public List<Use> of(AccessScope scope, String province, String form) {
        String inSight = scope.provinceInSight();
        if (inSight != null && !inSight.equals(province)) {
            return List.of();
        }
        Document query = new Document("province", province).append(FORM, form);
        return store.first(query, Order.BY_ID, MOST_OF_A_PROVINCE).stream()
                .map(Versioned::state)
                .flatMap(it -> it.measure().elements().stream().map(element -> new Use(element, it.code())))
                .distinct()
                .toList();
    }

    @Override
    public Receipt define(AccessScope scope, Indicator indicator, Command command) {
        String id = id(indicator.province(), indicator.code());
        var defined = new IndicatorEvent.IndicatorDefined(indicator);
        if (store.find(id, scope.provinceInSight()).isEmpty()) {
            return store.create(id, indicator.province(), command, () -> Decision.of(indicator, defined));
        }
        return store.handle(
                Text.of("reporting.no-indicator", indicator.code()),
                id,
                scope.provinceInSight(),
                command,
                it -> it.state().equals(indicator) ? Decision.nothing(indicator) : Decision.of(indicator, defined));
    }

    private static String id(String province, String code) {
        return province + "/" + code;
    }
}
