package vn.dondoc.reporting.obligation.mongo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.reporting.obligation.ReportingAgencies;
import vn.dondoc.reporting.obligation.ReportingAgency;

@Repository
class MongoReportingAgencies implements ReportingAgencies {

    private static final int MOST = 10_000;

    private final LatestStates states;

    MongoReportingAgencies(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "agencies");
        states.declareIndex(new Document("province", 1).append("_id", 1));
    }

    @Override
    public List<ReportingAgency> ofProvince(AccessScope scope, String province) {
        String inSight = scope.provinceInSight();
        if (inSight != null && !inSight.equals(province)) {
            return List.of();
        }
        List<ReportingAgency> agencies = new ArrayList<>();
        for (Document it : states.find(new Document("province", province), new Document("_id", 1), MOST)) {
            agencies.add(agency(it));
        }
        return agencies;
    }

    @Override
    public Optional<ReportingAgency> find(AccessScope scope, String code) {
        String inSight = scope.provinceInSight();
        return states.find(code)
                .map(MongoReportingAgencies::agency)
                .filter(it -> inSight == null || inSight.equals(it.province()));
    }

    private static ReportingAgency agency(Document it) {
        String validTo = it.getString("validTo");
        return new ReportingAgency(
                it.getString("_id"),
                it.getString("name"),
                it.getString("province"),
                it.getString("kind"),
                it.getList("ancestors", String.class),
                LocalDate.parse(it.getString("validFrom")),
                validTo == null ? null : LocalDate.parse(validTo));
    }

    @Override
    public void learn(AccessScope scope, List<SaidAt<ReportingAgency>> agencies) {
        states.putAll(agencies.stream()
                .map(it -> new LatestStates.State(it.what().code(), it.sequence(), stored(it.what())))
                .toList());
    }

    private static Document stored(ReportingAgency it) {
        LocalDate validTo = it.validTo();
        return new Document("province", it.province())
                .append("name", it.name())
                .append("kind", it.kind())
                .append("ancestors", it.ancestors())
                .append("validFrom", it.validFrom().toString())
                .append("validTo", validTo == null ? null : validTo.toString());
    }
}
