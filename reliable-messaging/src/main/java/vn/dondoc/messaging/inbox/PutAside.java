package vn.dondoc.messaging.inbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.StoreDown;

/**
 * What services had to put aside of what this one told, until they handled it after all or it was given up. Read from their
 * dead letters, so that whoever looks at a thing sees that it went no further.
 */
public final class PutAside {

    private static final String COLLECTION = "putAside";
    private static final String ABOUT = "about";

    private final MongoOperations mongo;
    private final String service;

    /** @param service that told it */
    public PutAside(MongoOperations mongo, String service) {
        this.mongo = mongo;
        this.service = service;
        notes().createIndex(new Document(ABOUT, 1).append("_id", 1));
    }

    /**
     * A service that has not taken something up.
     *
     * @param detail in Vietnamese
     * @param detailEn in English
     */
    public record NotTakenUp(String service, Instant since, String detail, String detailEn) {}

    /**
     * Services that have not taken up what they were told of an aggregate.
     *
     * @param sequence of its last event: what this service itself could not count is settled by a later one
     */
    public List<NotTakenUp> of(String aggregateId, long sequence) {
        List<NotTakenUp> found = new ArrayList<>();
        try {
            for (Document it : notes().find(new Document(ABOUT, aggregateId)).sort(new Document("_id", 1))) {
                String by = it.getString("service");
                if (!by.equals(service) || it.getLong("seq") >= sequence) {
                    Text said = Text.of("messaging.not-taken-up", by);
                    found.add(new NotTakenUp(by, it.getDate("since").toInstant(), said.vietnamese(), said.english()));
                }
            }
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
        return found;
    }

    /** Takes in dead letters, in their order. */
    public void heard(List<ConsumerRecord<byte[], byte[]>> letters) {
        letters.forEach(it -> DeadLetterTopic.named(it.topic()).ifPresent(from -> heard(it, from)));
    }

    private void heard(ConsumerRecord<byte[], byte[]> letter, DeadLetterTopic from) {
        Optional<String> about = CloudEventHeaders.read(letter, CloudEventHeaders.SUBJECT);
        if (about.isEmpty()) {
            return;
        }
        Document name = new Document("_id", from.topic() + "/" + about.get() + "/" + from.service());
        try {
            if (CloudEventHeaders.read(letter, DeadLetterTopic.SETTLED).isPresent()) {
                notes().deleteOne(name);
                return;
            }
            Document first = notes().find(name).first();
            Date since = first == null ? new Date(letter.timestamp()) : first.getDate("since");
            Document note = new Document(name)
                    .append(ABOUT, about.get())
                    .append("service", from.service())
                    .append("seq", sequence(letter))
                    .append("since", since);
            notes().replaceOne(name, note, new ReplaceOptions().upsert(true));
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    private static long sequence(ConsumerRecord<byte[], byte[]> letter) {
        String said = CloudEventHeaders.read(letter, CloudEventHeaders.SEQUENCE).orElse("0");
        return said.matches("\\d{1,18}") ? Long.parseLong(said) : 0;
    }

    private MongoCollection<Document> notes() {
        return mongo.getCollection(COLLECTION);
    }
}
