package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.local.Apart.awaiting;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.embedded.Ports;
import vn.dondoc.local.identity.DemoUser;
import vn.dondoc.testkit.OtherServices;

/**
 * Two instances of reporting-service, killed in turn while agencies file, correct, take back and are sent back, while a
 * definition changes, the store is away for ten seconds, and reports are heard again and out of order. In the end every figure
 * is what a few lines make of the reports; counting all again finds the same, and may take over.
 */
class FiguresUnderFaultIT {

    /** {@code -Ddondoc.kills=20} for a longer run. */
    private static final int KILLS = Integer.getInteger("dondoc.kills", 3);

    private static final long SEED = Long.getLong("dondoc.seed", 11);
    private static final Duration STORE_AWAY = Duration.ofSeconds(10);
    private static final String PROVINCE = "VN-22";
    private static final String ROOT = "VN-22.ubnd";
    private static final String LEAD = "lead.VN-22";
    private static final List<String> PERIODS = List.of("2025-Q1", "2025-Q2", "2025-Q3");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger accepted = new AtomicInteger();

    @Test
    void figuresAreWhatTheReportsComeToWhateverHappensMeanwhile() throws Exception {
        try (Apart apart = Apart.start(folder)) {
            Map<String, Integer> instances =
                    new TreeMap<>(Map.of("reporting-1", Ports.free(), "reporting-2", Ports.free()));
            instances.forEach((name, port) -> start(apart, name, port));
            instances.keySet().forEach(apart::awaitReady);
            List<Integer> ports = List.copyOf(instances.values());
            List<String> agencies = Catalogue.provinces().getFirst().rows().stream()
                    .filter(it -> it.kind().equals("DEPARTMENT"))
                    .map(Catalogue.Row::code)
                    .toList();
            try (var others = new OtherServices("127.0.0.1:" + apart.ports().kafka());
                    ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                register(others, agencies);
                define(apart, ports, agencies.size());
                killWhileTheyFile(people, apart, instances, agencies);
                hearAgainOutOfOrder(apart, others);
            }
            instances.keySet().forEach(apart::awaitReady);
            awaiting(
                    180, () -> assertThat(served(apart, ports.getFirst())).isEqualTo(counted(apart, ports.getFirst())));
            assertThat(accepted).as("changes that were accepted").hasValueGreaterThan(100);
            assertThat(counted(apart, ports.getFirst()))
                    .as("three indicators of three periods at least")
                    .hasSizeGreaterThanOrEqualTo(9);
            System.out.printf(
                    "seed %d: %d kills, %d changes of %d reports: %d figures, all equal%n",
                    SEED,
                    KILLS,
                    accepted.get(),
                    agencies.size() * PERIODS.size(),
                    counted(apart, ports.getFirst()).size());
            assertThat(recounted(apart, ports.getFirst(), false)
                            .path("differences")
                            .asInt())
                    .isZero();
            // Either may take over, and the other takes up the new state by itself.
            for (int port : ports) {
                assertThat(recounted(apart, port, true).path("tookOver").asBoolean())
                        .isTrue();
                change(apart, ports, agencies.getFirst(), PERIODS.getFirst());
                for (int each : ports) {
                    awaiting(120, () -> assertThat(served(apart, each)).isEqualTo(counted(apart, each)));
                }
            }
        }
    }

    private void start(Apart apart, String name, int port) {
        apart.startInstance(
                name,
                "reporting-service",
                port,
                Map.of("DONDOC_STREAMS_DIR", folder.resolve("streams-" + name).toString()));
    }

    private static void register(OtherServices others, List<String> agencies) {
        others.say(PROVINCE, ROOT, 1, agency(ROOT, "PROVINCE_COMMITTEE", List.of()));
        agencies.forEach(it -> others.say(PROVINCE, it, 1, agency(it, "DEPARTMENT", List.of(ROOT))));
    }

    private static AgencyRegistered agency(String code, String kind, List<String> ancestors) {
        return new AgencyRegistered(
                code,
                code,
                PROVINCE,
                kind,
                ancestors.isEmpty() ? null : ROOT,
                null,
                null,
                null,
                LocalDate.of(2004, 1, 1),
                null,
                ancestors);
    }

    private void define(Apart apart, List<Integer> ports, int agencies) throws Exception {
        Map<String, Object> form = Map.of("name", "Chịu lỗi", "elements", List.of(element("A"), element("B")));
        Map<String, Object> regime = Map.of(
                "form",
                "FAULT",
                "frequency",
                "QUARTERLY",
                "kinds",
                List.of("DEPARTMENT"),
                "filingDays",
                5,
                "since",
                "2090-01-01");
        Map<String, Object> definitions = Map.of(
                "forms",
                Map.of("FAULT", form),
                "indicators",
                Map.of("TOTAL", indicator("A"), "MOST", most(), "SHARE", share()),
                "regimes",
                Map.of("FAULT", regime));
        must(apart, ports, LEAD, "POST", "/api/v1/definitions", definitions);
        for (String period : PERIODS) {
            awaiting(
                    60,
                    () -> must(apart, ports, LEAD, "POST", "/api/v1/regimes/FAULT/periods", Map.of("period", period)));
            awaiting(
                    60,
                    () -> assertThat(apart.api()
                                    .all(LEAD, ports.getFirst(), "/api/v1/obligations?form=FAULT&period=" + period))
                            .hasSize(agencies));
        }
    }

    private static Map<String, Object> element(String code) {
        return Map.of("code", code, "name", code, "unit", "hồ sơ");
    }

    private static Map<String, Object> indicator(String sum) {
        return Map.of("name", "Tổng", "form", "FAULT", "numerator", sum, "unit", "hồ sơ", "decimals", 2);
    }

    private static Map<String, Object> most() {
        return Map.of(
                "name",
                "Lớn nhất",
                "form",
                "FAULT",
                "kind",
                "GREATEST",
                "numerator",
                "B",
                "unit",
                "hồ sơ",
                "decimals",
                2);
    }

    private static Map<String, Object> share() {
        return Map.of(
                "name",
                "Tỷ lệ",
                "form",
                "FAULT",
                "numerator",
                "A",
                "denominator",
                "B",
                "factor",
                100,
                "unit",
                "%",
                "decimals",
                2);
    }

    private void killWhileTheyFile(
            ExecutorService people, Apart apart, Map<String, Integer> instances, List<String> agencies)
            throws Exception {
        List<Integer> ports = List.copyOf(instances.values());
        var over = new AtomicBoolean();
        List<Future<?>> filing = new ArrayList<>();
        // Each agency's own people, one after the other; agencies at once.
        for (int some = 0; some < 3; some++) {
            int first = some;
            filing.add(people.submit(() -> {
                for (int i = first; !over.get(); i += 3) {
                    change(apart, ports, agencies.get(i % agencies.size()), PERIODS.get(i % PERIODS.size()));
                }
            }));
        }
        List<String> names = List.copyOf(instances.keySet());
        for (int i = 0; i < KILLS; i++) {
            Thread.sleep(2_000 + random.nextInt(3_000));
            String victim = names.get(i % names.size());
            apart.kill(victim);
            start(apart, victim, instances.get(victim));
            if (i == 0) {
                // What the total is made of changes while it is being filed.
                must(apart, ports, LEAD, "PUT", "/api/v1/indicators/TOTAL", indicator("A + B"));
            }
            apart.awaitReady(victim);
        }
        apart.kill("store");
        Thread.sleep(STORE_AWAY);
        apart.startStore();
        Thread.sleep(3_000);
        over.set(true);
        for (Future<?> it : filing) {
            it.get();
        }
    }

    /** Something that may be done with the report of an agency, and may be refused as it stands now. */
    private void change(Apart apart, List<Integer> ports, String agency, String period) {
        String officer = "officer." + agency;
        int step = random.nextInt(10);
        if (step < 7) {
            Map<String, Object> values = new HashMap<>();
            values.put("A", new BigDecimal(random.nextInt(100_000)).movePointLeft(2));
            if (random.nextInt(5) > 0) {
                values.put("B", 1 + random.nextInt(1_000));
            }
            Map<String, Object> filing =
                    Map.of("form", "FAULT", "period", period, "submit", true, "reason", "sửa", "values", values);
            send(apart, ports, officer, "POST", "/api/v1/reports", filing);
            return;
        }
        JsonNode report = send(
                        apart, ports, officer, "GET", "/api/v1/obligations?form=FAULT&period=" + period, Map.of())
                .at("/items/0");
        String path = "/api/v1/reports/" + report.path("id").asString();
        switch (step) {
            case 7 -> send(apart, ports, officer, "POST", path + "/withdrawal", Map.of("reason", "nhầm"));
            case 8 -> send(apart, ports, LEAD, "POST", path + "/return", Map.of("reason", "thiếu"));
            default -> send(apart, ports, "supervisor.VN-22", "POST", path + "/approval", Map.of());
        }
    }

    private void must(Apart apart, List<Integer> ports, String user, String method, String path, Object body) {
        JsonNode answer = send(apart, ports, user, method, path, body);
        assertThat(answer.path("status").asInt(200)).as(path + " " + answer).isEqualTo(200);
    }

    /** The same request under the same key, to one instance or the other, until one answers. */
    private JsonNode send(Apart apart, List<Integer> ports, String user, String method, String path, Object body) {
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 400; attempt++) {
            int port = ports.get((attempt + key.hashCode() & 1) % ports.size());
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + apart.api().token(user))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .method(
                                method,
                                method.equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    if (answer.statusCode() < 300 && !method.equals("GET")) {
                        accepted.incrementAndGet();
                    }
                    return JSON.readTree(answer.body());
                }
                pause();
            } catch (IOException dead) {
                pause();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        throw new AssertionError("nobody answers " + path);
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Every record of the reports once more, in another order. */
    private void hearAgainOutOfOrder(Apart apart, OtherServices others) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", "127.0.0.1:" + apart.ports().kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.REPORTS.topicName()).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        Collections.shuffle(all, random);
        all.forEach(it ->
                others.say(new ProducerRecord<>(it.topic(), null, it.timestamp(), it.key(), it.value(), it.headers())));
    }

    /** By indicator, period and basis: value and how many are behind it. */
    private static Map<String, String> served(Apart apart, int port) {
        Map<String, String> served = new TreeMap<>();
        for (String indicator : List.of("TOTAL", "MOST", "SHARE")) {
            for (JsonNode it :
                    apart.api().all(LEAD, port, "/api/v1/indicators/" + indicator + "/values?agency=" + ROOT)) {
                if (it.path("reported").asInt() > 0) {
                    served.put(
                            indicator + " " + it.path("period").asString() + " "
                                    + it.path("basis").asString(),
                            written(it.hasNonNull("value") ? it.path("value").decimalValue() : null) + " of "
                                    + it.path("reported").asInt());
                }
            }
        }
        return served;
    }

    /** The same, of the reports as they stand. */
    private static Map<String, String> counted(Apart apart, int port) {
        Map<String, List<JsonNode>> by = new TreeMap<>();
        for (JsonNode it : apart.api().all(LEAD, port, "/api/v1/obligations?form=FAULT")) {
            JsonNode report = it.path("report");
            String status = report.path("status").asString();
            String period = report.path("period").asString();
            if (status.equals("FILED") || status.equals("APPROVED")) {
                by.computeIfAbsent(period + " FILED", any -> new ArrayList<>()).add(report.path("filed"));
            }
            if (status.equals("APPROVED")) {
                by.computeIfAbsent(period + " APPROVED", any -> new ArrayList<>())
                        .add(report.path("filed"));
            }
        }
        Map<String, String> counted = new TreeMap<>();
        by.forEach((of, filed) -> {
            List<JsonNode> whole =
                    filed.stream().filter(it -> it.has("A") && it.has("B")).toList();
            if (!whole.isEmpty()) {
                BigDecimal a = sum(whole, "A");
                BigDecimal b = sum(whole, "B");
                counted.put("TOTAL " + of, written(a.add(b)) + " of " + whole.size());
                counted.put(
                        "SHARE " + of,
                        written(a.multiply(new BigDecimal(100)).divide(b, 2, RoundingMode.HALF_UP)) + " of "
                                + whole.size());
                BigDecimal most = whole.stream()
                        .map(it -> it.path("B").decimalValue())
                        .max(BigDecimal::compareTo)
                        .orElseThrow();
                counted.put("MOST " + of, written(most) + " of " + whole.size());
            }
        });
        return counted;
    }

    private static BigDecimal sum(List<JsonNode> filed, String element) {
        return filed.stream().map(it -> it.path(element).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String written(@Nullable BigDecimal value) {
        return value == null ? "-" : value.stripTrailingZeros().toPlainString();
    }

    private static JsonNode recounted(Apart apart, int port, boolean takeOver) {
        apart.api().post(DemoUser.OPERATOR, port, "/actuator/recount", Map.of("takeOver", String.valueOf(takeOver)));
        awaiting(
                180,
                () -> assertThat(apart.api()
                                .get(DemoUser.OPERATOR, port, "/actuator/recount")
                                .path("state")
                                .asString())
                        .isEqualTo("DONE"));
        return apart.api().get(DemoUser.OPERATOR, port, "/actuator/recount");
    }
}
