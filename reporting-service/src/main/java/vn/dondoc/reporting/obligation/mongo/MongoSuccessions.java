package vn.dondoc.reporting.obligation.mongo;

import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.reporting.obligation.Succession;
import vn.dondoc.reporting.obligation.Successions;

@Repository
class MongoSuccessions implements Successions {

    private static final int MOST = 1_000;

    private final LatestStates states;

    MongoSuccessions(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "successions");
        states.declareIndex(new Document("to", 1).append("_id", 1));
    }

    @Override
    public void learn(AccessScope scope, List<SaidAt<Succession>> successions) {
        states.putAll(successions.stream()
                .map(it -> new LatestStates.State(it.what().id(), it.sequence(), stored(it.what())))
                .toList());
    }

    private static Document stored(Succession it) {
        return new Document("from", it.from())
                .append("to", it.to())
                .append("on", it.on().toString());
    }

    @Override
    public List<Succession> into(AccessScope scope, String agency) {
        return states.find(new Document("to", agency), new Document("_id", 1), MOST).stream()
                .map(it -> new Succession(
                        it.getString("_id"),
                        it.getList("from", String.class),
                        it.getList("to", String.class),
                        LocalDate.parse(it.getString("on"))))
                .toList();
    }
}
