package vn.dondoc.tasks.assign.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.tasks.assign.CompleteReported;
import vn.dondoc.tasks.assign.KeptAnswers;

@Repository
class MongoKeptAnswers implements KeptAnswers {

    private final MongoOperations mongo;

    MongoKeptAnswers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void keep(AccessScope scope, CompleteReported.Completion it) {
        it.taskIds().forEach(id -> keep(id, it));
    }

    private void keep(String id, CompleteReported.Completion it) {
        Document kept = new Document("_id", id)
                .append("on", it.on().toString())
                .append("evidence", it.evidence())
                .append("correlationId", it.cause().correlationId())
                .append("causationId", it.cause().causationId())
                .append("traceparent", it.cause().traceparent());
        answers().replaceOne(new Document("_id", id), kept, new ReplaceOptions().upsert(true));
    }

    @Override
    public List<CompleteReported.Completion> of(AccessScope scope, Collection<String> taskIds) {
        List<CompleteReported.Completion> found = new ArrayList<>();
        answers()
                .find(among(taskIds))
                .forEach(it -> found.add(new CompleteReported.Completion(
                        List.of(it.getString("_id")),
                        false,
                        LocalDate.parse(it.getString("on")),
                        it.getString("evidence"),
                        new CausedBy(
                                it.getString("correlationId"),
                                it.getString("causationId"),
                                it.getString("traceparent")))));
        return found;
    }

    @Override
    public void forget(AccessScope scope, Collection<String> taskIds) {
        answers().deleteMany(among(taskIds));
    }

    private static Document among(Collection<String> taskIds) {
        return new Document("_id", new Document("$in", List.copyOf(taskIds)));
    }

    private MongoCollection<Document> answers() {
        return mongo.getCollection("earlyAnswers");
    }
}
