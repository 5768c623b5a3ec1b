package vn.dondoc.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.audit.v1.AuditSealed;
import vn.dondoc.local.identity.DemoUser;
import vn.dondoc.local.story.Api;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.audit.AuditCheck;
import vn.dondoc.messaging.audit.Link;

/**
 * {@code audit <province>}: hashes every record of every service again and holds the chains against the heads that were told
 * to the topic, so that no service is believed about itself; ends with 1 if a chain is not what it was. With {@code --by} or
 * {@code --thing}: shows the records of somebody, or about something.
 */
final class AuditCommand {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(VietnamTime.ZONE);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int AT_ONCE = 200;

    private final Api api;
    private final Ports ports;
    private final Map<String, Object> broker;

    /** @param broker settings of a client that may read the topic */
    AuditCommand(Api api, Ports ports, Map<String, Object> broker) {
        this.api = api;
        this.ports = ports;
        this.broker = broker;
    }

    void run(List<String> words) {
        boolean shows = words.size() == 3 && List.of("--by", "--thing").contains(words.get(1));
        if (words.size() != 1 && !shows || shows && words.getFirst().equals(AuditChain.NO_PROVINCE)) {
            throw new Commands.Usage(
                    "dùng: ./dondoc audit <tỉnh> [--by <người dùng> | --thing <đối tượng>]; tỉnh là - cho người vận hành",
                    "usage: audit <province> [--by <subject> | --thing <thing>]; - for operators");
        }
        String province = words.getFirst();
        if (!province.equals(AuditChain.NO_PROVINCE)
                && DemoUser.named("auditor." + province).isEmpty()) {
            throw new Commands.Usage("mã tỉnh có dạng VN-22", "a province is written like VN-22");
        }
        if (shows) {
            show(province, words.get(1).substring(2) + "=" + URLEncoder.encode(words.get(2), StandardCharsets.UTF_8));
        } else {
            check(province);
        }
    }

    private void check(String province) {
        Map<String, List<AuditCheck.Head>> told = told();
        boolean whole = true;
        for (Map.Entry<String, Integer> service : ports.services().entrySet()) {
            String chain = service.getKey() + "/" + province;
            var check = new AuditCheck(chain, told.getOrDefault(chain, List.of()));
            read(province, service.getValue(), check);
            System.out.printf(
                    "%-22s %8d bản ghi / records, niêm phong đến / sealed up to %d: %s%n",
                    service.getKey(),
                    check.links(),
                    check.toldUpTo(),
                    check.faults().isEmpty() ? "nguyên vẹn / whole" : "KHÔNG nguyên vẹn / NOT whole " + check.faults());
            whole &= check.faults().isEmpty();
        }
        if (!whole) {
            throw new IllegalStateException("nhật ký không còn nguyên vẹn / the audit is not what it was");
        }
    }

    private void read(String province, int port, AuditCheck check) {
        if (province.equals(AuditChain.NO_PROVINCE)) {
            JsonNode page;
            long last = 0;
            do {
                page = api.get(DemoUser.OPERATOR, port, "/actuator/audit?after=" + last);
                for (JsonNode it : page) {
                    check.next(link(it));
                    last = it.path("n").asLong();
                }
            } while (page.size() == AT_ONCE);
            return;
        }
        String cursor = "";
        do {
            JsonNode page = api.get("auditor." + province, port, "/api/v1/audit?sort=n&limit=" + AT_ONCE + cursor);
            page.path("items").forEach(it -> check.next(link(it)));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
    }

    private static Link link(JsonNode it) {
        return new Link(
                it.path("n").asLong(),
                it.path("text").asString(),
                it.path("previous").asString(),
                it.path("hash").asString());
    }

    private void show(String province, String filter) {
        for (Map.Entry<String, Integer> service : ports.services().entrySet()) {
            for (JsonNode it : api.all("auditor." + province, service.getValue(), "/api/v1/audit?sort=n&" + filter)) {
                JsonNode record = it.path("record");
                System.out.printf(
                        "%s %-8s %s %s %s %s%n",
                        TIME.format(Instant.parse(record.path("at").asString())),
                        record.path("kind").asString(),
                        record.path("by").asString(),
                        record.path("operation").asString(),
                        record.path("thing").asString(),
                        record.has("changes") ? record.path("changes") : record.path("status"));
            }
        }
    }

    /** The heads that were told, by chain. */
    private Map<String, List<AuditCheck.Head>> told() {
        Map<String, List<AuditCheck.Head>> told = new HashMap<>();
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(Map.of("enable.auto.commit", false, "isolation.level", "read_committed"));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.AUDIT.topicName()).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < Objects.requireNonNull(ends.get(it)))) {
                consumer.poll(POLL).forEach(records::add);
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                AuditSealed it = Contracts.read(record.value(), AuditSealed.class);
                String chain = it.service() + "/" + it.province();
                String source =
                        CloudEventHeaders.read(record, CloudEventHeaders.SOURCE).orElse("");
                if (!source.equals("/" + it.service())
                        || !Commands.text(record.key()).equals(chain)) {
                    throw new IllegalStateException(source + " spoke for " + chain);
                }
                told.computeIfAbsent(chain, name -> new ArrayList<>())
                        .add(new AuditCheck.Head(it.records(), it.hash()));
            }
        }
        return told;
    }
}
