package vn.dondoc.messaging.audit;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.aggregate.Position;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Window;
import vn.dondoc.messaging.AlreadyThere;
import vn.dondoc.messaging.StoreDown;

/**
 * The audit of one service: for each province a chain of records, of which each is hashed over the one before it.
 *
 * <p>A link's id is its chain and number, which no two can have: of two instances that append at once, one is refused, looks
 * where the chain ends now, and goes on from there. What a record is about is unique too, so that handing it in again after a
 * crash keeps it once.
 */
public final class AuditChain {

    /** Order of a list: the latest first. */
    public static final String LATEST_FIRST = "-n";

    /** Order of a list: the first first. */
    public static final String FIRST_FIRST = "n";

    /** Province of what belongs to none: what operators do. */
    public static final String NO_PROVINCE = "-";

    private static final String COLLECTION = "audit";
    private static final int ATTEMPTS = 50;
    private static final int STEADY = 5;
    private static final long LONGEST_PAUSE_NANOS = 4_000_000;
    private static final String NUMBER = "n";
    private static final String PROVINCE = "province";
    private static final String ABOUT = "of";

    private final MongoOperations mongo;
    private final String service;
    private final Map<String, Link> heads = new ConcurrentHashMap<>();

    /** @param service whose audit it is */
    public AuditChain(MongoOperations mongo, String service) {
        this.mongo = mongo;
        this.service = service;
        links().createIndex(new Document(PROVINCE, 1).append(NUMBER, 1));
        links().createIndex(new Document(PROVINCE, 1).append("by", 1).append(NUMBER, 1));
        links().createIndex(new Document(PROVINCE, 1).append("thing", 1).append(NUMBER, 1));
        links().createIndex(new Document(ABOUT, 1), new IndexOptions().unique(true));
    }

    /** A record with the province whose chain it belongs to. */
    public record Entry(String province, AuditRecord what) {}

    /** The name of a chain, over which its links are hashed. */
    public String name(String province) {
        return service + "/" + province;
    }

    /** The service whose audit it is. */
    public String service() {
        return service;
    }

    /** Puts records at the ends of their chains, once each, in this order. What one chain does not take stops no other. */
    public synchronized void append(List<Entry> entries) {
        Map<String, List<AuditRecord>> byProvince = new HashMap<>();
        entries.forEach(it -> byProvince
                .computeIfAbsent(it.province(), province -> new ArrayList<>())
                .add(it.what()));
        RuntimeException failed = null;
        for (Map.Entry<String, List<AuditRecord>> it : byProvince.entrySet()) {
            try {
                append(it.getKey(), it.getValue());
            } catch (RuntimeException one) {
                failed = one;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void append(String province, List<AuditRecord> records) {
        List<AuditRecord> left = once(records);
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            Link last = heads.computeIfAbsent(province, this::head);
            List<Document> documents = new ArrayList<>(left.size());
            for (AuditRecord record : left) {
                long n = last.n() + 1;
                last = new Link(
                        n, record.text(), last.hash(), Hash.ofLink(last.hash(), name(province), n, record.text()));
                documents.add(document(province, record, last));
            }
            try {
                links().insertMany(documents);
                heads.put(province, last);
                return;
            } catch (MongoBulkWriteException refused) {
                heads.remove(province);
                if (!AlreadyThere.only(refused) || attempt == ATTEMPTS) {
                    throw StoreDown.or(refused);
                }
                left = missing(left);
                LockSupport.parkNanos(
                        ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS) * Math.min(attempt, STEADY));
            } catch (MongoException down) {
                heads.remove(province);
                throw StoreDown.or(down);
            }
        }
    }

    private static List<AuditRecord> once(List<AuditRecord> records) {
        Set<String> seen = new HashSet<>();
        return records.stream().filter(it -> seen.add(it.of())).toList();
    }

    private List<AuditRecord> missing(List<AuditRecord> records) {
        Document query = new Document(
                ABOUT, new Document("$in", records.stream().map(AuditRecord::of).toList()));
        Set<String> kept = guarded(() -> links().find(query)
                .projection(new Document(ABOUT, 1))
                .map(it -> it.getString(ABOUT))
                .into(new HashSet<>()));
        return records.stream().filter(it -> !kept.contains(it.of())).toList();
    }

    private static Document document(String province, AuditRecord record, Link link) {
        return new Document("_id", province + "/" + link.n())
                .append(PROVINCE, province)
                .append(NUMBER, link.n())
                .append(ABOUT, record.of())
                .append("at", Date.from(record.at()))
                .append("by", record.by())
                .append("thing", record.thing())
                .append("text", link.text())
                .append("previous", link.previous())
                .append("hash", link.hash());
    }

    /** The last link of a chain, as it is stored. */
    public Link head(String province) {
        return guarded(() -> {
            Document last = links().find(new Document(PROVINCE, province))
                    .sort(new Document(NUMBER, -1))
                    .limit(1)
                    .first();
            return last == null ? Link.NONE : link(last);
        });
    }

    /** Provinces whose chains this process has appended to. */
    public Set<String> touched() {
        return Set.copyOf(heads.keySet());
    }

    /**
     * Reads a stretch of a chain.
     *
     * @param by only what this subject did or saw; {@code null} for all
     * @param thing only what was about this; {@code null} for all
     * @param window in the order {@link #FIRST_FIRST} or {@link #LATEST_FIRST}
     */
    public Stretch<Link> list(String province, @Nullable String by, @Nullable String thing, Window window) {
        Document query = new Document(PROVINCE, province);
        if (by != null) {
            query.append("by", by);
        }
        if (thing != null) {
            query.append("thing", thing);
        }
        Long total = window.counted() ? count(query) : null;
        boolean upwards = window.sort().equals(FIRST_FIRST);
        if (!window.after().isEmpty()) {
            query.append(NUMBER, new Document(upwards ? "$gt" : "$lt", position(window.after())));
        }
        List<Link> found = guarded(() -> links().find(query)
                .sort(new Document(NUMBER, upwards ? 1 : -1))
                .limit(window.limit() + 1)
                .map(AuditChain::link)
                .into(new ArrayList<>()));
        boolean more = found.size() > window.limit();
        List<Link> shown = more ? found.subList(0, window.limit()) : found;
        String next = more ? Position.ofId(String.valueOf(shown.getLast().n())) : null;
        return new Stretch<>(shown, next, total);
    }

    private static long position(String after) {
        try {
            return Long.parseLong(Position.decode(after).id());
        } catch (NumberFormatException notOurs) {
            throw Position.notOurs();
        }
    }

    private long count(Document query) {
        Document command = new Document("count", COLLECTION).append("query", query);
        return guarded(() -> mongo.executeCommand(command))
                .get("n", Number.class)
                .longValue();
    }

    private static Link link(Document it) {
        return new Link(it.getLong(NUMBER), it.getString("text"), it.getString("previous"), it.getString("hash"));
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException down) {
            throw StoreDown.or(down);
        }
    }

    private MongoCollection<Document> links() {
        return mongo.getCollection(COLLECTION);
    }
}
