package vn.dondoc.reporting.obligation.mongo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Filters;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.reporting.obligation.Regime;
import vn.dondoc.reporting.obligation.Regimes;
import vn.dondoc.reporting.report.Period;

@Repository
class MongoRegimes implements Regimes {

    private static final int MOST = 10_000;

    private static final String FORM = "state.form";
    private static final Map<String, Order> ORDERS = Map.of("code", Order.BY_ID, "-code", Order.BY_ID.reversed());

    private final AggregateStore<Regime, Never> store;

    /** A regime is nobody else's news: no event exists. */
    private enum Never {}

    private record RegimeDocument(
            String code,
            String province,
            String form,
            Period.Frequency frequency,
            Set<String> kinds,
            @Nullable Set<String> agencies,
            int filingDays,
            @Nullable Map<String, Integer> filingDaysOf,
            LocalDate since,
            @Nullable LocalDate until,
            List<String> opened) {

        static RegimeDocument from(Regime it) {
            return new RegimeDocument(
                    it.code(),
                    it.province(),
                    it.form(),
                    it.frequency(),
                    it.kinds(),
                    it.agencies(),
                    it.filingDays(),
                    it.filingDaysOf(),
                    it.since(),
                    it.until(),
                    it.opened());
        }

        Regime toRegime() {
            return new Regime(
                    code,
                    province,
                    form,
                    frequency,
                    kinds,
                    Objects.requireNonNullElse(agencies, Set.of()),
                    filingDays,
                    Objects.requireNonNullElse(filingDaysOf, Map.of()),
                    since,
                    until,
                    opened == null ? List.of() : opened);
        }
    }

    MongoRegimes(Outbox outbox) {
        this.store = outbox.storeOf(
                "regimes", RegimeDocument.class, RegimeDocument::from, RegimeDocument::toRegime, (id, never) -> {
                    throw new IllegalStateException("regimes publish nothing");
                });
        store.declareIndex(Order.BY_ID, "province");
        store.declareIndex(Order.BY_ID, "province", FORM);
    }

    @Override
    public Stretch<Versioned<Regime>> list(
            AccessScope scope, @Nullable String form, Period.@Nullable Frequency frequency, Window window) {
        Document query = new Document("province", scope.province());
        Filters.narrow(query, FORM, form);
        Filters.narrow(query, "state.frequency", frequency);
        return store.list(query, ORDERS, window);
    }

    @Override
    public Optional<Versioned<Regime>> find(AccessScope scope, String province, String code) {
        return store.find(id(province, code), scope.provinceInSight());
    }

    @Override
    public List<Versioned<Regime>> all(AccessScope scope) {
        String province = scope.provinceInSight();
        return store.first(province == null ? new Document() : new Document("province", province), Order.BY_ID, MOST);
    }

    @Override
    public List<Regime> ofForm(AccessScope scope, String province, String form) {
        String inSight = scope.provinceInSight();
        return inSight != null && !inSight.equals(province)
                ? List.of()
                : store.first(new Document("province", province).append(FORM, form), Order.BY_ID, MOST).stream()
                        .map(Versioned::state)
                        .toList();
    }

    @Override
    public Receipt define(AccessScope scope, Regime regime, Command command) {
        String id = id(regime.province(), regime.code());
        if (store.find(id, scope.provinceInSight()).isEmpty()) {
            return store.create(id, regime.province(), command, () -> Decision.quietly(regime));
        }
        return store.handle(Text.of("reporting.no-regime", regime.code()), id, scope.provinceInSight(), command, it -> {
            Regime after = regime.opened(it.state().opened());
            return after.equals(it.state()) ? Decision.nothing(after) : Decision.quietly(after);
        });
    }

    @Override
    public Receipt markOpened(AccessScope scope, Regime regime, Period period, Command command) {
        String id = id(regime.province(), regime.code());
        return store.handle(
                Text.of("reporting.no-regime", regime.code()),
                id,
                scope.provinceInSight(),
                command,
                it -> it.state().open(period));
    }

    private static String id(String province, String code) {
        return province + "/" + code;
    }
}
