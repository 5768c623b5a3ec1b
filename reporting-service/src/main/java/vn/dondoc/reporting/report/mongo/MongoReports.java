package vn.dondoc.reporting.report.mongo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
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
import vn.dondoc.reporting.form.Earlier;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.reporting.report.Report;
import vn.dondoc.reporting.report.ReportEvent;
import vn.dondoc.reporting.report.Reports;

@Repository
class MongoReports implements Reports {

    private static final String DUE = "state.dueOn";

    private static final String AGENCY = "state.agency";
    private static final String FORM = "state.form";
    private static final String PERIOD = "state.period";
    private static final String STATUS = "state.status";

    private static final Order LATEST_DUE = Order.byGreatest(DUE);
    private static final Map<String, Order> ORDERS = Map.of("-due", LATEST_DUE, "due", LATEST_DUE.reversed());

    private final AggregateStore<Report, ReportEvent> store;

    MongoReports(Outbox outbox, EventEncoder<ReportEvent> encoder) {
        this.store = outbox.storeOf(
                "reports", ReportDocument.class, ReportDocument::from, ReportDocument::toReport, encoder);
        store.declareIndex(LATEST_DUE, "province");
        store.declareIndex(LATEST_DUE, "province", AGENCY);
        store.declareIndex(LATEST_DUE, "province", FORM);
        store.declareIndex(LATEST_DUE, "province", FORM, PERIOD);
        store.declareIndex(LATEST_DUE, "province", STATUS);
        store.tellAgain(Topic.REPORTS, (province, it) -> it.told());
    }

    @Override
    public Optional<Versioned<Report>> find(AccessScope scope, String id) {
        return store.find(id, scope.provinceInSight())
                .filter(it -> scope.sees(it.state().province(), it.state().agency()));
    }

    @Override
    public Stretch<Versioned<Report>> list(AccessScope scope, Filter filter, Window window) {
        String own = scope.agencyInSight();
        if (own != null && filter.agency() != null && !own.equals(filter.agency())) {
            return Stretch.nothing(window);
        }
        String province = scope.provinceInSight();
        Document query = province == null ? new Document() : new Document("province", province);
        Filters.narrow(query, AGENCY, own == null ? filter.agency() : own);
        Filters.narrow(query, FORM, filter.form());
        Filters.narrow(query, PERIOD, filter.period());
        Filters.narrow(query, STATUS, filter.status());
        if (filter.dueFrom() != null) {
            Filters.narrow(query, DUE, new Document("$gte", filter.dueFrom().toString()));
        }
        if (filter.dueBefore() != null) {
            Filters.narrow(query, DUE, new Document("$lt", filter.dueBefore().toString()));
        }
        return store.list(query, ORDERS, window);
    }

    @Override
    public Earlier earlier(AccessScope scope, Report report, int periods) {
        Period own = Period.parse("period", report.period());
        List<String> ids = Stream.iterate(own.before(), Period::before)
                .limit(periods)
                .map(it -> Report.idOf(report.province(), report.form(), it.code(), report.agency()))
                .toList();
        String inSight = scope.provinceInSight();
        Map<String, Map<String, BigDecimal>> filed = store.findAll(ids).stream()
                .map(Versioned::state)
                .filter(it -> it.counts() && (inSight == null || inSight.equals(it.province())))
                .collect(Collectors.toMap(Report::id, Report::filed));
        List<Map<String, BigDecimal>> latestFirst = ids.stream()
                .map(it -> filed.getOrDefault(it, Map.of()))
                .filter(it -> !it.isEmpty())
                .toList();
        return new Earlier(filed.getOrDefault(ids.getFirst(), Map.of()), latestFirst);
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
            AccessScope scope, Owed owed, Command command, Function<Report, Decision<Report, ReportEvent>> decide) {
        Text nothingOwed = Text.of("reporting.nothing-owed", owed.form(), owed.period(), owed.agency());
        if (!scope.sees(scope.province(), owed.agency())) {
            throw new Failure.NotFound(nothingOwed);
        }
        String id = Report.idOf(scope.province(), owed.form(), owed.period(), owed.agency());
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
}
