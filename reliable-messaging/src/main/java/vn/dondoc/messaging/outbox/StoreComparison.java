package vn.dondoc.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.messaging.CloudEventHeaders;

/**
 * Compares a service's store with what the service last said on its topics. An event is written with its aggregate before it
 * goes out, so the store is never behind; if it is, what was acknowledged is gone from it: it was cut, emptied, or taken from
 * an older copy.
 */
public final class StoreComparison {

    /** Of each partition; what is lost at the end of a store is what was said last. */
    private static final int LAST = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final MongoOperations mongo;
    private final Collection<String> collections;
    private final String source;

    /**
     * @param collections of the aggregates
     * @param source of the events, as CloudEvents has it
     */
    public StoreComparison(MongoOperations mongo, Collection<String> collections, String source) {
        this.mongo = mongo;
        this.collections = List.copyOf(collections);
        this.source = source;
    }

    /** An aggregate of which the topic says more than the store. */
    public record Behind(String topic, String id, long said, long stored) {}

    /** @throws IllegalStateException if the topics could not be read to their ends */
    public List<Behind> compare(Consumer<byte[], byte[]> consumer, Collection<String> topics) {
        List<Behind> behind = new ArrayList<>();
        for (String topic : topics) {
            Map<String, Long> said = lastSaid(consumer, topic);
            Map<String, Long> stored = stored(said.keySet());
            said.forEach((id, sequence) -> {
                long kept = stored.getOrDefault(id, 0L);
                if (kept < sequence) {
                    behind.add(new Behind(topic, id, sequence, kept));
                }
            });
        }
        return behind;
    }

    /** Whether nothing was ever written to a topic, as it is now. */
    public static boolean neverWritten(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        return consumer.endOffsets(partitions).values().stream().allMatch(it -> it == 0);
    }

    private Map<String, Long> lastSaid(Consumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        partitions.forEach(it -> consumer.seek(it, Math.max(at(first, it), at(end, it) - LAST)));
        Map<String, Long> said = new TreeMap<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (partitions.stream().anyMatch(it -> consumer.position(it) < at(end, it))) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(topic + " was not read to its end in " + PATIENCE);
            }
            for (ConsumerRecord<byte[], byte[]> it : consumer.poll(POLL)) {
                if (source.equals(
                        CloudEventHeaders.read(it, CloudEventHeaders.SOURCE).orElse(null))) {
                    CloudEventHeaders.read(it, CloudEventHeaders.SEQUENCE)
                            .ifPresent(sequence -> CloudEventHeaders.read(it, CloudEventHeaders.SUBJECT)
                                    .ifPresent(id -> said.merge(id, Long.valueOf(sequence), Math::max)));
                }
            }
        }
        return said;
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), partition.toString());
    }

    private Map<String, Long> stored(Collection<String> ids) {
        Map<String, Long> stored = new TreeMap<>();
        Document query = new Document("_id", new Document("$in", List.copyOf(ids)));
        for (String collection : collections) {
            for (Document it : mongo.getCollection(collection).find(query).projection(new Document("seq", 1))) {
                stored.merge(it.getString("_id"), it.getLong("seq"), Math::max);
            }
        }
        return stored;
    }
}
