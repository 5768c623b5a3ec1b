package vn.dondoc.local;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.messaging.CloudEventHeaders;

/** {@code tail <topic> [--all]}: events as they come, a line each; with {@code --all} also those that were there. */
final class TailCommand {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM HH:mm:ss.SSS").withZone(VietnamTime.ZONE);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private TailCommand() {}

    /** @param client settings that may read */
    static void run(Map<String, Object> client, List<String> words) {
        boolean all = words.contains("--all");
        List<String> names = words.stream().filter(it -> !it.startsWith("--")).toList();
        Map<String, Object> settings = new HashMap<>(client);
        settings.putAll(Map.of("enable.auto.commit", false, "isolation.level", "read_committed"));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<String> topics = new TreeSet<>(consumer.listTopics().keySet());
            topics.removeIf(
                    it -> !it.startsWith("dondoc.") || it.endsWith("-changelog") || it.endsWith("-repartition"));
            if (names.size() != 1 || !topics.contains(names.getFirst())) {
                throw new Commands.Usage(
                        "dùng: ./dondoc tail <chủ đề> [--all]; chủ đề là một trong " + String.join(", ", topics),
                        "usage: tail <topic> [--all]");
            }
            List<TopicPartition> partitions = consumer.partitionsFor(names.getFirst()).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            if (all) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(PATIENCE).forEach(it -> System.out.println(line(it)));
                System.out.flush();
            }
        }
    }

    private static String line(ConsumerRecord<byte[], byte[]> it) {
        return TIME.format(Instant.ofEpochMilli(it.timestamp()))
                + " " + header(it, CloudEventHeaders.TYPE).replace("vn.dondoc.", "")
                + " " + header(it, CloudEventHeaders.SUBJECT)
                + "#" + header(it, CloudEventHeaders.SEQUENCE)
                + " " + (it.value() == null ? "–" : Commands.text(it.value()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> it, String name) {
        return CloudEventHeaders.read(it, name).orElse("?");
    }
}
