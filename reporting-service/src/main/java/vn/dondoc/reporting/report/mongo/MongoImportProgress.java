package vn.dondoc.reporting.report.mongo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.reporting.report.ImportProgress;

/** Of each caller the last table: one document a caller. */
@Repository
class MongoImportProgress implements ImportProgress {

    private static final String KEY = "key";

    private final LatestStates states;

    MongoImportProgress(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "importProgress");
    }

    @Override
    public void say(AccessScope scope, String key, Progress it) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        states.put(
                id(scope),
                now,
                new Document(KEY, key)
                        .append("rows", it.rows())
                        .append("done", it.done())
                        .append("taken", it.taken())
                        .append("finished", it.finished()));
    }

    @Override
    public Optional<Progress> find(AccessScope scope, String key) {
        return states.find(id(scope))
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
