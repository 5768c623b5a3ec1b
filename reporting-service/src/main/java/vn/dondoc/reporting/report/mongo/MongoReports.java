package vn.dondoc.reporting.report.mongo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.AggregateStore.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.ReportEvent;
import vn.dondoc.reporting.report.Reports;

@Repository
class MongoReports implements Reports {

    private static final String DUE = "state.dueOn";

    private final AggregateStore<Report, ReportEvent> store;

    MongoReports(Outbox outbox, EventEncoder<ReportEvent> encoder) {
        this.store = outbox.storeOf(
                "reports", ReportDocument.class, ReportDocument::from, ReportDocument::toReport, encoder);
        store.declareIndex(new Document("province", 1).append(DUE, -1).append("_id", 1));
        store.declareIndex(new Document("province", 1)
                .append("state.agency", 1)
                .append(DUE, -1)
                .append("_id", 1));
        store.declareIndex(new Document("province", 1)
                .append("state.form", 1)
                .append("state.period", 1)
                .append(DUE, -1)
                .append("_id", 1));
    }

    @Override
    public Optional<Versioned<Report>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight())
                .filter(it -> scope.sees(it.state().province(), it.state().agency()));
    }

    @Override
    public List<Versioned<Report>> list(AccessScope scope, Filter filter, String after, int limit) {
        String province = scope.provinceInSight();
        Document query = province == null ? new Document() : new Document("province", province);
        String own = scope.agencyInSight();
        if (own != null && filter.agency() != null && !own.equals(filter.agency())) {
            return List.of();
        }
        append(query, "state.agency", own == null ? filter.agency() : own);
        append(query, "state.form", filter.form());
        append(query, "state.period", filter.period());
        return store.find(query, Order.byGreatest(DUE), after, limit);
    }

    @Override
    public void requestAll(AccessScope scope, List<Report> owed) {
        store.createAll(
                owed.stream()
                        .map(it -> new AggregateStore.Birth<Report, ReportEvent>(
                                it.id(), it.province(), Decision.of(it, new ReportEvent.ReportRequested(it))))
                        .toList(),
                scope.actor());
    }

    @Override
    public Receipt changeOwed(
            AccessScope scope,
            String form,
            String period,
            Command command,
            Function<Report, Decision<Report, ReportEvent>> decide) {
        String id = Report.idOf(scope.province(), form, period, scope.agency());
        Text nothingOwed = Text.of("reporting.nothing-owed", form, period, scope.agency());
        return store.handle(nothingOwed, id, scope.provinceInSight(), command, it -> decide.apply(it.state()));
    }

    @Override
    public Receipt change(
            AccessScope scope, String id, Command command, Function<Report, Decision<Report, ReportEvent>> decide) {
        return store.handle(Text.of("reporting.no-report", id), id, scope.provinceInSight(), command, it -> {
            if (!scope.sees(it.state().province(), it.state().agency())) {
                throw new Failure.NotFound("reporting.no-report", id);
            }
            return decide.apply(it.state());
        });
    }

    private static void append(Document query, String field, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            query.append(field, value);
        }
    }
}
