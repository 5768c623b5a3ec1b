package vn.dondoc.notifications.recipient.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;
import vn.dondoc.messaging.outbox.LatestStates;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

@Repository
class MongoRecipients implements Recipients {

    /** What another process learnt is known here after so long. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final int MOST = 20_000;
    private static final String PROVINCES = "provinces";

    private final LatestStates states;

    /** A directive's fan-out asks for the same few agencies again and again. */
    private final Cache<String, Document> recent =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();

    private final Cache<String, List<String>> provinces =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    MongoRecipients(MongoOperations mongo) {
        this.states = new LatestStates(mongo, "recipients");
        states.declareIndex(new Document("province", 1));
    }

    @Override
    public Optional<Recipient> find(AccessScope scope, String code) {
        return stored(code)
                .filter(it -> scope.provinceInSight() == null
                        || it.getString("province").equals(scope.provinceInSight()))
                .map(MongoRecipients::recipient);
    }

    private static Recipient recipient(Document it) {
        return new Recipient(
                it.getString("_id"),
                it.getString("name"),
                it.getString("province"),
                it.getString("supervisor"),
                it.getString("mailbox"),
                Objects.requireNonNullElse(it.getString("accountable"), it.getString("name")));
    }

    @Override
    public List<String> provinces(AccessScope scope) {
        return provinces.get(PROVINCES, any -> states.distinct("province"));
    }

    @Override
    public List<Recipient> of(AccessScope scope, String province) {
        return states.findAny(new Document("province", province)).stream()
                .map(MongoRecipients::recipient)
                .toList();
    }

    private Optional<Document> stored(String code) {
        Document known = recent.getIfPresent(code);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Document> found = states.find(code);
        found.ifPresent(it -> recent.put(code, it));
        return found;
    }

    @Override
    public void learn(AccessScope scope, List<SaidAt<Recipient>> recipients) {
        states.putAll(recipients.stream()
                .map(it -> new LatestStates.State(it.what().code(), it.sequence(), stored(it.what())))
                .toList());
        recent.invalidateAll(recipients.stream().map(it -> it.what().code()).toList());
        provinces.invalidateAll();
    }

    private static Document stored(Recipient it) {
        return new Document("name", it.name())
                .append("province", it.province())
                .append("supervisor", it.supervisor())
                .append("mailbox", it.mailbox())
                .append("accountable", it.accountable());
    }
}
