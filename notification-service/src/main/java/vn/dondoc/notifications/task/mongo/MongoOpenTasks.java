package vn.dondoc.notifications.task.mongo;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.task.OpenTasks;

@Repository
class MongoOpenTasks implements OpenTasks {

    private final LatestStates states;

    MongoOpenTasks(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "openTasks");
        // Only of what is open and has a day: whatever is done leaves the index, which is why the id is not in it.
        states.declareSparseIndex(new Document("openIn", 1).append("dueOn", 1));
    }

    @Override
    public void learn(AccessScope scope, List<Said> said) {
        Map<String, LatestStates.State> last = new LinkedHashMap<>();
        said.forEach(it -> last.merge(
                it.task().taskId(),
                new LatestStates.State(it.task().taskId(), it.sequence(), stored(it.task())),
                (one, other) -> other.sequence() > one.sequence() ? other : one));
        states.putAll(List.copyOf(last.values()));
    }

    private static Document stored(OpenTask it) {
        if (!it.open() || it.dueOn() == null) {
            return new Document("province", it.province());
        }
        return new Document("province", it.province())
                .append("openIn", it.province())
                .append("agency", it.agency())
                .append("what", it.what())
                .append("origin", it.origin().name())
                .append("directiveNumber", it.directiveNumber())
                .append("clause", it.clause())
                .append("dueOn", it.dueOn().toString());
    }

    @Override
    public void numbered(AccessScope scope, String taskId, String directiveNumber) {
        states.amend(
                new Document("_id", taskId).append("openIn", new Document("$exists", true)),
                new Document("directiveNumber", directiveNumber));
    }

    @Override
    public List<OpenTask> dueBy(AccessScope scope, String province, LocalDate day, int limit) {
        return find(due(province, day), province, limit);
    }

    @Override
    public List<OpenTask> dueBy(
            AccessScope scope, String province, Collection<String> agencies, LocalDate day, int limit) {
        return find(due(province, day).append("agency", new Document("$in", List.copyOf(agencies))), province, limit);
    }

    private static Document due(String province, LocalDate day) {
        return new Document("openIn", province).append("dueOn", new Document("$lte", day.toString()));
    }

    private List<OpenTask> find(Document query, String province, int limit) {
        return states.find(query, new Document("dueOn", 1), limit).stream()
                .map(it -> new OpenTask(
                        it.getString("_id"),
                        province,
                        it.getString("agency"),
                        true,
                        it.getString("what"),
                        Facts.Origin.valueOf(it.getString("origin")),
                        it.getString("directiveNumber"),
                        it.getString("clause"),
                        LocalDate.parse(it.getString("dueOn"))))
                .toList();
    }
}
