package vn.dondoc.tasks.policy.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.tasks.policy.Realignments;

@Repository
class MongoRealignments implements Realignments {

    private final MongoOperations mongo;

    MongoRealignments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void want(AccessScope scope, String province) {
        wishes().updateOne(
                        new Document("_id", province),
                        new Document("$inc", new Document("wish", 1)),
                        new UpdateOptions().upsert(true));
    }

    @Override
    public List<Wish> wanted(AccessScope scope) {
        List<Wish> wanted = new ArrayList<>();
        wishes().find().forEach(it -> wanted.add(new Wish(it.getString("_id"), it.getInteger("wish"))));
        return wanted;
    }

    @Override
    public void done(AccessScope scope, Wish wish) {
        wishes().deleteOne(new Document("_id", wish.province()).append("wish", wish.number()));
    }

    private MongoCollection<Document> wishes() {
        return mongo.getCollection("realignments");
    }
}
