package vn.dondoc.reporting.target.mongo;

import java.math.BigDecimal;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.AggregateStore.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.reporting.target.Target;
import vn.dondoc.reporting.target.TargetEvent;
import vn.dondoc.reporting.target.Targets;

@Repository
class MongoTargets implements Targets {

    private static final int MOST_OF_A_PROVINCE = 10_000;

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
            @Nullable String unit,
            @Nullable String year,
            @Nullable String baseline,
            String text,
            @Nullable String indicator) {

        static TargetDocument from(Target it) {
            return new TargetDocument(
                    it.id(),
                    it.province(),
                    it.directiveId(),
                    it.directiveNumber(),
                    it.clause(),
                    it.name(),
                    it.comparator(),
                    it.value(),
                    it.unit(),
                    it.year(),
                    it.baseline(),
                    it.text(),
                    it.indicator());
        }

        Target toTarget() {
            return new Target(
                    id,
                    province,
                    directiveId,
                    directiveNumber,
                    clause,
                    name,
                    comparator,
                    value,
                    unit,
                    year,
                    baseline,
                    text,
                    indicator);
        }
    }

    MongoTargets(Outbox outbox, EventEncoder<TargetEvent> encoder) {
        this.store = outbox.storeOf(
                "targets", TargetDocument.class, TargetDocument::from, TargetDocument::toTarget, encoder);
        store.declareIndex(new Document("province", 1).append("_id", 1));
    }

    @Override
    public List<Versioned<Target>> ofProvince(AccessScope scope, String province) {
        String inSight = scope.provinceInSight();
        return inSight != null && !inSight.equals(province)
                ? List.of()
                : store.find(new Document("province", province), Order.BY_ID, "", MOST_OF_A_PROVINCE);
    }

    @Override
    public List<Versioned<Target>> list(AccessScope scope, String afterId, int limit) {
        return store.find(inSight(scope), Order.BY_ID, afterId, limit);
    }

    @Override
    public void keep(AccessScope scope, Target target, Decision<Target, TargetEvent> decision) {
        store.createAll(List.of(new AggregateStore.Birth<>(target.id(), target.province(), decision)), scope.actor());
    }

    @Override
    public Receipt tie(AccessScope scope, String id, String indicator, Command command) {
        return store.handle(
                Text.of("reporting.no-target", id),
                id,
                scope.provinceInSight(),
                command,
                it -> it.state().tieTo(indicator));
    }

    private static Document inSight(AccessScope scope) {
        String province = scope.provinceInSight();
        return province == null ? new Document() : new Document("province", province);
    }
}
