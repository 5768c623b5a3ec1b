package vn.dondoc.notifications.digest.mongo;

import java.time.LocalDate;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.notifications.digest.Mornings;

@Repository
class MongoMornings implements Mornings {

    private final LatestStates states;

    MongoMornings(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "mornings");
    }

    @Override
    public boolean isDone(AccessScope scope, String province, LocalDate day) {
        return states.find(province)
                .filter(it -> !LocalDate.parse(it.getString("day")).isBefore(day))
                .isPresent();
    }

    @Override
    public void done(AccessScope scope, String province, LocalDate day) {
        states.put(province, day.toEpochDay(), new Document("day", day.toString()));
    }
}
