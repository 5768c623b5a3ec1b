package vn.dondoc.messaging.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.StoreDown;

/**
 * Which topics a store has told, by the identity that the broker gives a topic when it is made: one of the same name that was
 * made anew has lost what it was told, whatever it was told since.
 */
public final class KnownTopics {

    private static final String COLLECTION = "knownTopics";
    private static final int PATIENCE_SECONDS = 10;

    private final MongoOperations mongo;
    private final Map<String, Object> admin;

    /** @param admin settings of the admin client */
    public KnownTopics(MongoOperations mongo, Map<String, Object> admin) {
        this.mongo = mongo;
        this.admin = Map.copyOf(admin);
    }

    /** Whether a topic is the one that was told; empty if none was seen before. */
    public Optional<Boolean> isTheSame(Topic topic) {
        try {
            return Optional.ofNullable(topics().find(new Document("_id", topic.topicName()))
                            .first())
                    .map(it -> it.getString("identity").equals(identity(topic)));
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    /** The topic, as it is now, was told all. */
    public void learn(Topic topic) {
        Document name = new Document("_id", topic.topicName());
        Document now = new Document(name).append("identity", identity(topic));
        try {
            topics().replaceOne(name, now, new ReplaceOptions().upsert(true));
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    private String identity(Topic topic) {
        Map<String, Object> settings = new TreeMap<>(admin);
        settings.put("request.timeout.ms", PATIENCE_SECONDS * 1_000 / 2);
        settings.put("default.api.timeout.ms", PATIENCE_SECONDS * 1_000);
        try (Admin client = Admin.create(settings)) {
            @Nullable
            TopicDescription described = client.describeTopics(List.of(topic.topicName()))
                    .allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .get(topic.topicName());
            return Objects.requireNonNull(described, topic.topicName())
                    .topicId()
                    .toString();
        } catch (ExecutionException | TimeoutException unreachable) {
            throw new IllegalStateException(topic + " could not be described", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private MongoCollection<Document> topics() {
        return mongo.getCollection(COLLECTION);
    }
}
