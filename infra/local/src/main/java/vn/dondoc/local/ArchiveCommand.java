package vn.dondoc.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.contract.Topic;

/**
 * {@code archive <folder>}: copies what the topics hold and the folder does not, before it ages out. A file holds a stretch of
 * one partition, an event a line, with all its attributes, compressed; its name says from which offset to which, so that the
 * next run goes on behind it. A file is there whole or not at all. What aged out before it was archived is named, and ends the
 * command with 1.
 */
final class ArchiveCommand {

    private static final Pattern FILE = Pattern.compile("(\\d{20})-(\\d{20})\\.jsonl\\.gz");
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    ArchiveCommand(Path folder) {
        this.folder = folder;
    }

    /** How many events of a topic were copied, and which were gone. */
    record Archived(String topic, long events, List<String> gone) {}

    /** @param client settings that may read */
    static void run(Map<String, Object> client, Path folder) throws IOException {
        boolean whole = true;
        for (Archived it : new ArchiveCommand(folder).archive(client)) {
            System.out.printf("%-22s %d%n", it.topic(), it.events());
            for (String gone : it.gone()) {
                whole = false;
                System.err.println(gone);
            }
        }
        if (!whole) {
            throw new IllegalStateException("lưu trữ thiếu / the archive lacks something");
        }
    }

    List<Archived> archive(Map<String, Object> client) throws IOException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.putAll(Map.of("enable.auto.commit", false, "isolation.level", "read_committed"));
        List<Archived> archived = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (Topic topic : Topic.values()) {
                long events = 0;
                List<String> gone = new ArrayList<>();
                for (var partition : consumer.partitionsFor(topic.topicName())) {
                    events += archive(consumer, new TopicPartition(partition.topic(), partition.partition()), gone);
                }
                archived.add(new Archived(topic.topicName(), events, gone));
            }
        }
        return archived;
    }

    private long archive(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, List<String> gone)
            throws IOException {
        Path files = Files.createDirectories(
                folder.resolve(partition.topic()).resolve(String.valueOf(partition.partition())));
        OptionalLong last = last(files);
        long next = last.isPresent() ? last.getAsLong() + 1 : 0;
        List<TopicPartition> one = List.of(partition);
        long begin = consumer.beginningOffsets(one).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
        if (end < next) {
            gone.add(partition
                    + ": chủ đề đã được tạo lại; lưu vào thư mục khác / the topic was made anew; archive into another"
                    + " folder");
            return 0;
        }
        if (begin > next) {
            gone.add(partition + " " + next + "–" + (begin - 1)
                    + ": đã hết hạn lưu trước khi được lưu trữ / aged out before it was archived");
            next = begin;
        }
        if (next >= end) {
            return 0;
        }
        consumer.assign(one);
        consumer.seek(partition, next);
        Path part = files.resolve("part");
        long events = 0;
        try (var to = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(part)), StandardCharsets.UTF_8))) {
            // Positions move past what transactions leave between the records.
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> it : consumer.poll(PATIENCE)) {
                    if (it.offset() < end) {
                        to.write(line(it));
                        to.newLine();
                        events++;
                    }
                }
            }
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(
                part, files.resolve("%020d-%020d.jsonl.gz".formatted(next, end - 1)), StandardCopyOption.ATOMIC_MOVE);
        return events;
    }

    private static OptionalLong last(Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.map(it -> FILE.matcher(it.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(it -> Long.parseLong(it.group(2)))
                    .max();
        }
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = JSON.createObjectNode()
                .put("topic", record.topic())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("timestamp", record.timestamp())
                .put("key", text(record.key()));
        ObjectNode headers = line.putObject("headers");
        for (Header it : record.headers()) {
            headers.put(it.key(), text(it.value()));
        }
        line.set("data", record.value() == null ? JSON.nullNode() : JSON.readTree(record.value()));
        return JSON.writeValueAsString(line);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Commands.text(bytes);
    }
}
