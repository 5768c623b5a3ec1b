package vn.dondoc.reporting.consolidation.mongo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Filters;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.reporting.consolidation.ConsolidationEvent;
import vn.dondoc.reporting.consolidation.SentReport;
import vn.dondoc.reporting.consolidation.SentReports;

@Repository
class MongoSentReports implements SentReports {

    private static final String PARTIES = "state.parties";
    private static final String FORM = "state.report.form";
    private static final String PERIOD = "state.report.period";

    private static final Order LATEST = Order.byLatest("state.report.sentAt");
    private static final Map<String, Order> ORDERS = Map.of("-sent", LATEST, "sent", LATEST.reversed());

    private final AggregateStore<SentReport, ConsolidationEvent> store;

    /** @param parties agencies that sent it or were sent it */
    private record SentDocument(SentReport report, List<String> parties) {

        static SentDocument from(SentReport it) {
            List<String> parties = Stream.concat(Stream.of(it.sender()), it.to().stream())
                    .distinct()
                    .toList();
            return new SentDocument(it, parties);
        }
    }

    MongoSentReports(Outbox outbox, EventEncoder<ConsolidationEvent> encoder) {
        this.store =
                outbox.storeOf("consolidations", SentDocument.class, SentDocument::from, SentDocument::report, encoder);
        store.declareIndex(LATEST, "province");
        store.declareIndex(LATEST, "province", PARTIES);
        store.declareIndex(LATEST, "province", FORM);
        store.declareIndex(LATEST, "province", FORM, PERIOD);
        store.tellAgain(Topic.REPORTS, (province, it) -> it.told());
    }

    @Override
    public Receipt send(AccessScope scope, SentReport report, Command command) {
        return store.create(report.id(), report.province(), command, report::send);
    }

    @Override
    public Optional<Versioned<SentReport>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight()).filter(it -> isInSight(scope, it.state()));
    }

    private static boolean isInSight(AccessScope scope, SentReport it) {
        String own = scope.agencyInSight();
        return own == null || it.concerns(own);
    }

    @Override
    public Stretch<Versioned<SentReport>> list(
            AccessScope scope, @Nullable String form, @Nullable String period, Window window) {
        Document query = new Document("province", scope.province());
        Filters.narrow(query, PARTIES, scope.agencyInSight());
        Filters.narrow(query, FORM, form);
        Filters.narrow(query, PERIOD, period);
        return store.list(query, ORDERS, window);
    }

    @Override
    public Receipt change(
            AccessScope scope,
            String id,
            Command command,
            Function<SentReport, Decision<SentReport, ConsolidationEvent>> decide) {
        Text missing = Text.of("reporting.no-consolidation", id);
        return store.handle(missing, id, scope.provinceInSight(), command, it -> {
            if (!isInSight(scope, it.state())) {
                throw new Failure.NotFound(missing);
            }
            return decide.apply(it.state());
        });
    }
}
