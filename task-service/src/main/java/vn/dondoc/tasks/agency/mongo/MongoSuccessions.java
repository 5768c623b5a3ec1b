package vn.dondoc.tasks.agency.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.tasks.agency.Succession;
import vn.dondoc.tasks.agency.Successions;

@Repository
class MongoSuccessions implements Successions {

    private final MongoOperations mongo;

    MongoSuccessions(MongoOperations mongo) {
        this.mongo = mongo;
        successions().createIndex(new Document("open", 1).append("on", 1));
        successions().createIndex(new Document("from", 1));
    }

    @Override
    public void learn(AccessScope scope, Succession it) {
        Document born = new Document("province", it.province())
                .append("from", it.from())
                .append("to", it.to())
                .append("on", it.on().toString())
                .append("note", it.note())
                .append("open", true);
        successions()
                .updateOne(
                        new Document("_id", it.id()),
                        new Document("$setOnInsert", born),
                        new UpdateOptions().upsert(true));
    }

    @Override
    public List<Succession> due(AccessScope scope, LocalDate today) {
        Document query = new Document("open", true).append("on", new Document("$lte", today.toString()));
        List<Succession> due = new ArrayList<>();
        successions().find(query).forEach(it -> due.add(succession(it)));
        return due;
    }

    @Override
    public void done(AccessScope scope, Succession succession) {
        successions()
                .updateOne(new Document("_id", succession.id()), new Document("$set", new Document("open", false)));
    }

    @Override
    public void againOf(AccessScope scope, Collection<String> agencies) {
        successions()
                .updateMany(
                        new Document("from", new Document("$in", List.copyOf(agencies))),
                        new Document("$set", new Document("open", true)));
    }

    private static Succession succession(Document it) {
        return new Succession(
                it.getString("_id"),
                it.getString("province"),
                it.getList("from", String.class),
                it.getList("to", String.class),
                LocalDate.parse(it.getString("on")),
                it.getString("note"));
    }

    private MongoCollection<Document> successions() {
        return mongo.getCollection("successions");
    }
}
