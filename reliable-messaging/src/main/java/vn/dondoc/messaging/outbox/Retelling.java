package vn.dondoc.messaging.outbox;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.aggregate.Position;
import vn.dondoc.contract.Topic;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.RecordedEvent;
import vn.dondoc.messaging.StoreDown;

/**
 * Tells a topic again what the aggregates of a store stand for, once the broker lost it. Each event keeps the place that it
 * had in its aggregate's sequence: who heard it lets it pass, and telling twice is as good as telling once.
 */
public final class Retelling {

    /** Aggregates of one page. */
    private static final int AT_ONCE = 50;

    private final MongoOperations mongo;
    private final Relay relay;
    private final Map<Topic, List<Source>> sources = new LinkedHashMap<>();

    Retelling(MongoOperations mongo, Relay relay) {
        this.mongo = mongo;
        this.relay = relay;
    }

    /**
     * Aggregates that a topic tells of.
     *
     * @param told what they stand for, without what still waits in the outbox; empty for what nobody was told of
     */
    record Source(String collection, Function<Document, List<RecordedEvent>> told) {}

    /**
     * How far it came.
     *
     * @param aggregates of this page
     * @param events that the broker acknowledged
     * @param next where to go on; {@code null} at the end
     */
    public record Page(int aggregates, int events, @Nullable String next) {}

    void add(Topic topic, Source source) {
        sources.computeIfAbsent(topic, it -> new ArrayList<>()).add(source);
    }

    /** Topics that can be told again. */
    public List<Topic> topics() {
        return List.copyOf(sources.keySet());
    }

    /**
     * Tells a page.
     *
     * @param after {@link Page#next} of the page before; {@code null} from the start
     * @throws Failure.Invalid if the position is none
     */
    public Page tell(Topic topic, @Nullable String after) {
        List<Source> all = Objects.requireNonNull(sources.get(topic), topic::topicName);
        Position position = after == null ? new Position(all.getFirst().collection(), "") : Position.decode(after);
        int at = indexOf(all, position.order());
        List<Document> page = page(all.get(at), position.id());
        int events = relay.tell(page.stream()
                .flatMap(it -> all.get(at).told().apply(it).stream())
                .toList());
        return new Page(page.size(), events, next(all, at, page));
    }

    private static @Nullable String next(List<Source> all, int at, List<Document> page) {
        if (page.size() == AT_ONCE) {
            return Position.of(all.get(at).collection(), page.getLast().getString("_id"));
        }
        return at + 1 < all.size() ? Position.of(all.get(at + 1).collection(), "") : null;
    }

    private static int indexOf(List<Source> all, String collection) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).collection().equals(collection)) {
                return i;
            }
        }
        throw Position.notOurs();
    }

    /** Whether anything was told on a topic and is not still on its way to it. */
    public boolean wasTold(Topic topic) {
        for (Source source : sources.getOrDefault(topic, List.of())) {
            String last = "";
            List<Document> page;
            do {
                page = page(source, last);
                for (Document it : page) {
                    if (!source.told().apply(it).isEmpty()) {
                        return true;
                    }
                }
                last = page.isEmpty() ? last : page.getLast().getString("_id");
            } while (page.size() == AT_ONCE);
        }
        return false;
    }

    private List<Document> page(Source source, String after) {
        try {
            return mongo.getCollection(source.collection())
                    .find(new Document("_id", new Document("$gt", after)))
                    .sort(new Document("_id", 1))
                    .limit(AT_ONCE)
                    .into(new ArrayList<>());
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }
}
