package vn.dondoc.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.messaging.CloudEventHeaders;

/**
 * Where records wait that could not be handled, in order, one document per source aggregate. While the document exists,
 * later records of that aggregate queue up behind; other aggregates flow. Each parked record is also copied to the
 * dead-letter topic {@code <topic>.<group>.dlt}, with its reason. A record counts as consumed only when both are done.
 */
public final class Parking {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final String COLLECTION = "parked";
    private static final String DISCARDED = "discarded";
    private static final int LONGEST_REASON = 500;

    private final MongoOperations mongo;
    private final Producer<byte[], byte[]> producer;
    private final String group;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final AtomicLong assignments = new AtomicLong(1);
    private volatile long learned;

    public Parking(MongoOperations mongo, Producer<byte[], byte[]> producer, String group) {
        this.mongo = mongo;
        this.producer = producer;
        this.group = group;
    }

    /** One parked record, without its payload. */
    public record ParkedRecord(int partition, long offset, String type, String reason) {}

    /** The records of one aggregate that wait. */
    public record ParkedSequence(String id, String topic, String key, List<ParkedRecord> records) {}

    /**
     * Whether a record of this aggregate waits already. Asked of every record, so the usual "no" comes from memory:
     * records of a partition are parked only by its owner, who learns at assignment what those before it parked. What
     * an earlier owner was still about to park is uncommitted, and so comes to this owner as well.
     */
    boolean holds(String topic, String key) {
        if (learned < assignments.get()) {
            learn();
        }
        String id = id(topic, key);
        if (!known.contains(id)) {
            return false;
        }
        Document sequence =
                mongo.getCollection(COLLECTION).find(new Document("_id", id)).first();
        boolean held = sequence != null
                && !sequence.getList("records", Document.class, List.of()).isEmpty();
        if (!held) {
            known.remove(id);
        }
        return held;
    }

    /** Another owner may have parked records of the partitions that were just assigned. */
    public void partitionsAssigned() {
        assignments.incrementAndGet();
    }

    private synchronized void learn() {
        long upTo = assignments.get();
        for (Document it : mongo.getCollection(COLLECTION).find().projection(new Document("_id", 1))) {
            known.add(it.getString("_id"));
        }
        learned = upTo;
    }

    void park(ArrivedRecord record, String reason) {
        String shortReason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        String id = id(record.topic(), record.sequenceKey());
        boolean parkedBefore = mongo.getCollection(COLLECTION)
                        .countDocuments(new Document("_id", id)
                                .append(
                                        "records",
                                        new Document(
                                                "$elemMatch",
                                                new Document("partition", record.partition())
                                                        .append("offset", record.offset()))))
                > 0;
        if (!parkedBefore) {
            mongo.getCollection(COLLECTION)
                    .updateOne(
                            new Document("_id", id),
                            new Document("$push", new Document("records", toDocument(record, shortReason)))
                                    .append(
                                            "$setOnInsert",
                                            new Document("topic", record.topic())
                                                    .append("key", record.sequenceKey())
                                                    .append("since", new Date())),
                            new com.mongodb.client.model.UpdateOptions().upsert(true));
        }
        known.add(id);
        copyToDeadLetters(record, shortReason);
        log.warn(
                "event=parked topic={} partition={} offset={} key={} reason={}",
                record.topic(),
                record.partition(),
                record.offset(),
                record.sequenceKey(),
                shortReason);
    }

    /** Everything that waits. */
    public List<ParkedSequence> all() {
        List<ParkedSequence> all = new ArrayList<>();
        for (Document it : mongo.getCollection(COLLECTION).find()) {
            List<ParkedRecord> records = new ArrayList<>();
            for (Document record : it.getList("records", Document.class)) {
                records.add(new ParkedRecord(
                        record.getInteger("partition"),
                        record.getLong("offset"),
                        record.getString("type"),
                        record.getString("reason")));
            }
            all.add(new ParkedSequence(it.getString("_id"), it.getString("topic"), it.getString("key"), records));
        }
        return all;
    }

    /** Number of records that wait. */
    public long count() {
        long records = 0;
        for (Document it : mongo.getCollection(COLLECTION).find().projection(new Document("records.offset", 1))) {
            records += it.getList("records", Document.class).size();
        }
        return records;
    }

    /** The record that waits longest in this sequence. */
    Optional<ArrivedRecord> first(String id) {
        Document sequence =
                mongo.getCollection(COLLECTION).find(new Document("_id", id)).first();
        if (sequence == null) {
            return Optional.empty();
        }
        List<Document> records = sequence.getList("records", Document.class);
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(toRecord(sequence.getString("topic"), records.getFirst()));
    }

    /**
     * Gives up the record that waits longest in a sequence, if it is the one that is meant. It is kept beside, with who gave it
     * up and why; what waits behind it is the next to be tried.
     *
     * @return whether that record was the first
     */
    public boolean discard(String id, int partition, long offset, String why, String by) {
        Document sequence =
                mongo.getCollection(COLLECTION).find(new Document("_id", id)).first();
        List<Document> records = sequence == null ? List.of() : sequence.getList("records", Document.class);
        if (sequence == null
                || records.isEmpty()
                || records.getFirst().getInteger("partition") != partition
                || records.getFirst().getLong("offset") != offset) {
            return false;
        }
        String topic = sequence.getString("topic");
        String kept = id + "@" + partition + "/" + offset;
        Document given = new Document(records.getFirst())
                .append("_id", kept)
                .append("topic", topic)
                .append("discardedBecause", why)
                .append("discardedBy", by)
                .append("discardedAt", new Date());
        mongo.getCollection(DISCARDED)
                .replaceOne(
                        new Document("_id", kept), given, new com.mongodb.client.model.ReplaceOptions().upsert(true));
        release(id, toRecord(topic, records.getFirst()));
        log.warn("event=discarded sequence={} offset={} by={} why={}", id, offset, by, why);
        return true;
    }

    /** Why the record that waits longest in a sequence was parked; {@code null} if none waits. */
    @Nullable
    String reason(String id) {
        Document sequence =
                mongo.getCollection(COLLECTION).find(new Document("_id", id)).first();
        List<Document> records = sequence == null ? List.of() : sequence.getList("records", Document.class);
        return records.isEmpty() ? null : records.getFirst().getString("reason");
    }

    /** The record was handled after all. */
    void release(String id, ArrivedRecord record) {
        mongo.getCollection(COLLECTION)
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$pull",
                                new Document(
                                        "records",
                                        new Document("partition", record.partition())
                                                .append("offset", record.offset()))));
        settleIfEmpty(id);
    }

    /** Opens a sequence of which nothing is left; whoever was told that it lay aside is told that it does no longer. */
    void settleIfEmpty(String id) {
        mongo.getCollection(COLLECTION).deleteOne(new Document("_id", id).append("records", new Document("$size", 0)));
        if (mongo.getCollection(COLLECTION).find(new Document("_id", id)).first() == null) {
            String topic = topicOf(id);
            byte[] key = id.substring(id(topic, "").length()).getBytes(StandardCharsets.UTF_8);
            var letter = new ProducerRecord<byte[], byte[]>(new DeadLetterTopic(topic, group).name(), key, null);
            letter.headers()
                    .add(CloudEventHeaders.SUBJECT, key)
                    .add(DeadLetterTopic.SETTLED, group.getBytes(StandardCharsets.UTF_8));
            send(letter);
        }
    }

    /** The topic of a sequence, by its id; empty if it is no id of ours. */
    String topicOf(String id) {
        String[] named = id.split("\\|", 3);
        return named.length == 3 && named[0].equals(group) ? named[1] : "";
    }

    private String id(String topic, String key) {
        return group + "|" + topic + "|" + key;
    }

    private static Document toDocument(ArrivedRecord record, String reason) {
        byte[] payload = record.payload();
        List<Document> headers = new ArrayList<>();
        record.headers().forEach((name, value) -> headers.add(new Document("name", name).append("value", value)));
        return new Document("partition", record.partition())
                .append("offset", record.offset())
                .append("timestamp", record.timestamp())
                .append("key", record.key())
                .append("type", record.headers().getOrDefault("ce_type", "?"))
                .append("reason", reason)
                .append("headers", headers)
                .append("payload", payload == null ? null : new Binary(payload));
    }

    private static ArrivedRecord toRecord(String topic, Document it) {
        Map<String, String> headers = new HashMap<>();
        for (Document header : it.getList("headers", Document.class)) {
            headers.put(header.getString("name"), header.getString("value"));
        }
        @Nullable Binary payload = it.get("payload", Binary.class);
        return new ArrivedRecord(
                topic,
                it.getInteger("partition"),
                it.getLong("offset"),
                it.getLong("timestamp"),
                it.getString("key"),
                headers,
                payload == null ? null : payload.getData());
    }

    private void copyToDeadLetters(ArrivedRecord record, String reason) {
        String key = record.key();
        var copy = new ProducerRecord<>(
                new DeadLetterTopic(record.topic(), group).name(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                record.payload());
        record.headers().forEach((name, value) -> copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        copy.headers()
                .add(DeadLetterTopic.REASON, reason.getBytes(StandardCharsets.UTF_8))
                .add(
                        DeadLetterTopic.ORIGIN,
                        (record.topic() + "-" + record.partition() + "@" + record.offset())
                                .getBytes(StandardCharsets.UTF_8));
        send(copy);
    }

    private void send(ProducerRecord<byte[], byte[]> letter) {
        try {
            producer.send(letter).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException notAcknowledged) {
            throw new DeadLetterNotWritten(notAcknowledged);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DeadLetterNotWritten(interrupted);
        }
    }

    private static final class DeadLetterNotWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DeadLetterNotWritten(Throwable cause) {
            super("the broker did not take the dead letter; the record stays unconsumed", cause);
        }
    }
}
