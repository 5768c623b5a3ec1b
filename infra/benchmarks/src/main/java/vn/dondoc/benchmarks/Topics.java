package vn.dondoc.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.dondoc.local.LocalAccess;

/** What the topics hold, and how far the services have read them. */
final class Topics implements AutoCloseable {

    private final Admin admin;
    private final Map<String, Object> client;

    Topics(Server server) {
        this.client = server.access().brokerClient(LocalAccess.OPERATOR, server.ports());
        this.admin = Admin.create(client);
    }

    /** Records ever written to a topic. */
    long records(String topic) {
        return ends(topic).values().stream().mapToLong(it -> it).sum();
    }

    /** Waits until a service has read all of a topic. */
    void awaitRead(String topic, String service, Duration longest, Progress progress) {
        long begun = System.nanoTime();
        while (true) {
            long all = records(topic);
            long read = read(topic, service);
            progress.step(service + " has read of " + topic, read, all);
            if (read >= all && all > 0) {
                return;
            }
            if (System.nanoTime() - begun > longest.toNanos()) {
                throw new Wrong(service + " has read " + read + " of " + all + " records of " + topic);
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private long read(String topic, String service) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(service)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return committed.entrySet().stream()
                    .filter(it -> it.getKey().topic().equals(topic) && it.getValue() != null)
                    .mapToLong(it -> it.getValue().offset())
                    .sum();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<TopicPartition, Long> ends(String topic) {
        try {
            List<TopicPartition> partitions = admin
                    .describeTopics(List.of(topic))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .partitions()
                    .stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            return admin
                    .listOffsets(partitions.stream().collect(Collectors.toMap(it -> it, it -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, it -> it.getValue().offset()));
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** How many different subjects the events of each type on a topic have. */
    Map<String, Integer> subjectsByType(String topic) {
        Map<String, Set<String>> subjects = new HashMap<>();
        Map<TopicPartition, Long> ends = ends(topic);
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("max.poll.records", 5_000);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> subjects.computeIfAbsent(
                                        text(record.headers(), "ce_type"), it -> new HashSet<>())
                                .add(text(record.headers(), "ce_subject")));
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        subjects.forEach((type, of) -> counts.put(type, of.size()));
        return counts;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        admin.close();
    }
}
