package vn.dondoc.notifications.recipient.mongo;

import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

@Repository
class MongoRecipients implements Recipients {

    private final LatestStates states;

    MongoRecipients(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "recipients");
    }

    @Override
    public Optional<Recipient> find(AccessScope scope, String code) {
        return states.find(code)
                .filter(it -> scope.provinceInSight() == null
                        || it.getString("province").equals(scope.provinceInSight()))
                .map(it -> new Recipient(
                        it.getString("_id"),
                        it.getString("name"),
                        it.getString("province"),
                        it.getString("supervisor"),
                        it.getString("mailbox")));
    }

    @Override
    public void learn(AccessScope scope, Recipient it, long sequence) {
        states.put(
                it.code(),
                sequence,
                new Document("name", it.name())
                        .append("province", it.province())
                        .append("supervisor", it.supervisor())
                        .append("mailbox", it.mailbox()));
    }
}
