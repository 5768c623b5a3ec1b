package vn.dondoc.reporting.report.mongo;

import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.reporting.report.ImportProgress;

/** Of each caller the last table: one document a caller. */
@Repository
class MongoImportProgress implements ImportProgress {

    private static final String COLLECTION = "importProgress";
    private static final String KEY = "key";

    private final MongoOperations mongo;

    MongoImportProgress(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void say(AccessScope scope, String key, Progress it) {
        mongo.save(
                new Document("_id", id(scope))
                        .append(KEY, key)
                        .append("rows", it.rows())
                        .append("done", it.done())
                        .append("taken", it.taken())
                        .append("finished", it.finished()),
                COLLECTION);
    }

    @Override
    public Optional<Progress> find(AccessScope scope, String key) {
        return Optional.ofNullable(mongo.findById(id(scope), Document.class, COLLECTION))
                .filter(it -> key.equals(it.getString(KEY)))
                .map(it -> new Progress(
                        it.getInteger("rows"),
                        it.getInteger("done"),
                        it.getInteger("taken"),
                        it.getBoolean("finished")));
    }

    private static String id(AccessScope scope) {
        return scope.province() + "/" + scope.actor();
    }
}
