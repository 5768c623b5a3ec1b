package vn.dondoc.notifications.recipient.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.StoreDown;
import vn.dondoc.notifications.recipient.DeadMailboxes;

@Repository
class MongoDeadMailboxes implements DeadMailboxes {

    private final MongoOperations mongo;

    MongoDeadMailboxes(MongoOperations mongo) {
        this.mongo = mongo;
        collection().createIndex(new Document("province", 1));
    }

    @Override
    public void buried(AccessScope scope, DeadMailbox it) {
        Document stored = new Document("_id", it.agency())
                .append("province", it.province())
                .append("mailbox", it.mailbox())
                .append("answer", it.answer())
                .append("since", Date.from(it.since()));
        guarded(() ->
                collection().replaceOne(new Document("_id", it.agency()), stored, new ReplaceOptions().upsert(true)));
    }

    @Override
    public Optional<DeadMailbox> find(AccessScope scope, String agency, String mailbox) {
        return Optional.ofNullable(
                        collection().find(new Document("_id", agency)).first())
                .map(MongoDeadMailboxes::read)
                .filter(it -> it.mailbox().equals(mailbox));
    }

    @Override
    public List<DeadMailbox> of(AccessScope scope, String province) {
        return guarded(() -> collection()
                .find(new Document("province", province))
                .map(MongoDeadMailboxes::read)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean revived(AccessScope scope, String province, String agency) {
        return guarded(() -> collection()
                        .deleteOne(new Document("_id", agency).append("province", province))
                        .getDeletedCount())
                == 1;
    }

    private static DeadMailbox read(Document it) {
        return new DeadMailbox(
                it.getString("province"),
                it.getString("_id"),
                it.getString("mailbox"),
                it.getString("answer"),
                it.getDate("since").toInstant());
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection("deadMailboxes");
    }
}
