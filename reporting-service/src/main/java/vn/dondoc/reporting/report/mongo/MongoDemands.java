package vn.dondoc.reporting.report.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.reporting.report.Demand;
import vn.dondoc.reporting.report.Demands;

@Repository
class MongoDemands implements Demands {

    /** Later than what a directive asked. */
    private static final long ENDED = 2;

    private final LatestStates states;

    MongoDemands(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "demands");
        states.declareIndex(new Document("directiveId", 1));
        states.declareIndex(new Document("agencies", 1).append("province", 1));
    }

    @Override
    public void keep(AccessScope scope, Demand it) {
        states.put(
                it.directiveId() + "/" + it.clause(),
                1,
                new Document("province", it.province())
                        .append("directiveId", it.directiveId())
                        .append("directiveNumber", it.directiveNumber())
                        .append("clause", it.clause())
                        .append("text", it.text())
                        .append("period", it.period())
                        .append("embeddedIn", it.embeddedIn())
                        .append("agencies", it.agencies()));
    }

    @Override
    public void end(AccessScope scope, String directiveId, @Nullable String clause) {
        for (Document it : states.findAny(new Document("directiveId", directiveId))) {
            if (clause == null || clause.equals(it.getString("clause"))) {
                Document ended = new Document(it).append("agencies", List.of());
                ended.remove("_id");
                ended.remove("appliedSequence");
                states.put(it.getString("_id"), ENDED, ended);
            }
        }
    }

    @Override
    public List<Demand> answeredBy(AccessScope scope, String province, String agency, String period) {
        String inSight = scope.provinceInSight();
        if (inSight != null && !inSight.equals(province)) {
            return List.of();
        }
        List<Demand> answered = new ArrayList<>();
        for (Document it : states.findAny(new Document("agencies", agency).append("province", province))) {
            var demand = new Demand(
                    it.getString("province"),
                    it.getString("directiveId"),
                    it.getString("directiveNumber"),
                    it.getString("clause"),
                    it.getString("text"),
                    it.getString("period"),
                    it.getString("embeddedIn"),
                    it.getList("agencies", String.class));
            if (demand.isAnsweredBy(agency, period)) {
                answered.add(demand);
            }
        }
        return answered;
    }
}
