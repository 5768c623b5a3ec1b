package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.Topic;
import vn.dondoc.embedded.BrokerGuard;
import vn.dondoc.local.story.Api;
import vn.dondoc.local.story.Story;
import vn.dondoc.local.story.StoryResult;
import vn.dondoc.messaging.BrokerAccess;

/**
 * The promise on page one of the README, on the embedded default, with real tokens; the broker speaks TLS and knows whom it
 * lets in.
 */
class StoryJourneyIT {

    @TempDir
    static Path folder;

    private static LocalSystem system;
    private static StoryResult result;
    private static List<ConsumerRecord<byte[], byte[]>> records;

    @BeforeAll
    static void play() throws Exception {
        var clock = new StoryClock(Story.beginning());
        var access = new LocalAccess(folder.resolve("identity"), certificate());
        system = LocalSystem.start(FreePorts.take(), folder, access, clock);
        try (var story = new Story(system, clock, step -> System.out.println("story: " + step))) {
            result = story.play(null);
        }
        records = read();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void everyServiceIsHealthyAfterIt() {
        var api = new Api(system.ports(), system.secret());
        system.ports().byName().forEach((name, port) -> {
            if (name.endsWith("-service")) {
                var health = api.request(null, "GET", port, "/actuator/health", null, "application/json");
                assertThat(health.body().path("status").asString()).as(name).isEqualTo("UP");
            }
        });
    }

    @Test
    void everyPromiseOfTheStoryHolds() {
        assertThat(result.promises())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.held()).as(it.step()).isTrue());
        assertThat(result.directives())
                .hasSize(5)
                .allSatisfy(it -> assertThat(it.tasks()).isPositive());
        assertThat(result.provinces()).hasSize(3);
        assertThat(result.figures()).anySatisfy(it -> assertThat(it.met()).isNotNull());
    }

    /** What the data team is shown comes to the same figure as the system, from the raw events. */
    @Test
    void aDataTeamComputesTheSameFigureFromTheEvents() throws Exception {
        StoryResult.FigureLine figure = result.figures().stream()
                .filter(it ->
                        it.indicator().equals("TL_HS_TRUC_TUYEN") && it.basis().equals("FILED"))
                .findFirst()
                .orElseThrow();
        String province = result.provinces().stream()
                .filter(it -> it.province().equals(figure.province()))
                .map(StoryResult.ProvinceLine::root)
                .findFirst()
                .orElseThrow();
        Path output = folder.resolve("data-team.log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "../../docs/data-team/IndicatorFromEvents.java",
                        system.access().dataTeamFile().toString(),
                        province.substring(0, province.indexOf('.')),
                        figure.indicator(),
                        province,
                        figure.period())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        System.out.println(said);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("from events  " + figure.value()).contains("the same");
    }

    /** What ages out can be kept: each event once, as it was, and the next time what came since. */
    @Test
    void whatTheTopicsHoldIsArchivedOnce() throws Exception {
        Path archive = folder.resolve("archive");
        var client = system.access().brokerClient(BrokerAccess.DATA_TEAM, system.ports());
        List<ArchiveCommand.Archived> first = new ArchiveCommand(archive).archive(client);
        assertThat(first).allSatisfy(it -> assertThat(it.gone()).isEmpty());
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(archive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.toString()).endsWith(".jsonl.gz");
                try (var reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                }
            }
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(records.size()).doesNotHaveDuplicates();
        assertThat(lines)
                .anySatisfy(
                        it -> assertThat(it).contains("\"ce_type\":\"vn.dondoc.report.submitted.v1\"", "\"values\":{"));
        long again = new ArchiveCommand(archive)
                .archive(client).stream()
                        .mapToLong(ArchiveCommand.Archived::events)
                        .sum();
        assertThat(again).as("what came between the two runs").isLessThan(lines.size() / 10);
    }

    /** Of what is needed to write them, the system as it runs has everything. */
    @Test
    void figuresAreTakenAwayInEveryFormat() throws Exception {
        var api = new Api(system.ports(), system.secret());
        StoryResult.FigureLine figure = result.figures().getFirst();
        String root = result.provinces().stream()
                .filter(it -> it.province().equals(figure.province()))
                .map(StoryResult.ProvinceLine::root)
                .findFirst()
                .orElseThrow();
        String lead = "lead." + root.substring(0, root.indexOf('.'));
        for (String format : List.of("CSV", "XLSX", "SDMX_CSV", "SDMX_STRUCTURE", "PARQUET")) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                            + system.ports().reporting() + "/api/v1/exports/figures?indicator=" + figure.indicator()
                            + "&period=" + figure.period() + "&format=" + format))
                    .header("Authorization", "Bearer " + api.token(lead))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(format).isEqualTo(200);
            assertThat(answer.body().length).as(format).isGreaterThan(200);
        }
    }

    @Test
    void everyRecordOnEveryTopicIsValidAgainstItsSchema() {
        Map<String, Schema> schemas = new HashMap<>();
        Set<String> types = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> it : records) {
            String type = header(it, "ce_type");
            types.add(type);
            Schema schema = schemas.computeIfAbsent(type, StoryJourneyIT::schema);
            assertThat(schema.validate(new String(it.value(), StandardCharsets.UTF_8), InputFormat.JSON))
                    .as(type)
                    .isEmpty();
        }
        assertThat(types).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void sequencesHaveNoGapInAnyStream() {
        Map<String, Long> last = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> it : records) {
            String key = it.topic() + " " + new String(it.key(), StandardCharsets.UTF_8);
            long sequence = Long.parseLong(header(it, "ce_sequence"));
            boolean isFigure = it.topic().equals(Topic.INDICATORS.topicName());
            // A figure begins above whatever was told of it before its state was lost.
            long before = last.getOrDefault(key, isFigure ? sequence - 1 : 0L);
            assertThat(sequence).as(key).isBetween(1L, before + 1);
            last.put(key, Math.max(before, sequence));
        }
        assertThat(last).hasSizeGreaterThan(1_000);
    }

    @Test
    void oneTraceRunsThroughAllFourServices() {
        String issued = records.stream()
                .filter(it -> header(it, "ce_type").equals("vn.dondoc.directive.issued.v1"))
                .map(it -> trace(it))
                .findFirst()
                .orElseThrow();
        assertThat(typesOf(issued)).contains("vn.dondoc.task.assigned.v1", "vn.dondoc.notice.sent.v1");
        String filed = records.stream()
                .filter(it -> header(it, "ce_type").equals("vn.dondoc.report.submitted.v1"))
                .map(it -> trace(it))
                .findFirst()
                .orElseThrow();
        assertThat(typesOf(filed)).contains("vn.dondoc.task.completed.v1");
    }

    @Test
    void nothingIsParked() {
        var api = new Api(system.ports(), system.secret());
        for (int port : List.of(
                system.ports().document(),
                system.ports().task(),
                system.ports().reporting(),
                system.ports().notification())) {
            assertThat(api.get("operator", port, "/actuator/parked")).isEmpty();
        }
    }

    @Test
    void refusesForgedAndMissingTokens() {
        var api = new Api(system.ports(), system.secret());
        assertThat(api.request(null, "GET", system.ports().task(), "/api/v1/tasks", null, "application/json")
                        .status())
                .isEqualTo(401);
        String real = api.token("supervisor.VN-22");
        String forged = real.substring(0, real.lastIndexOf('.')) + ".AAAA";
        assertThat(status(forged)).isEqualTo(401);
        assertThat(status("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwicHJvdmluY2UiOiJWTi0yMiIsInJvbGVzIjpbIkFETUlOIl19."))
                .isEqualTo(401);
        assertThat(api.request(
                                "clerk.VN-22",
                                "GET",
                                system.ports().task(),
                                "/actuator/parked",
                                null,
                                "application/json")
                        .status())
                .isEqualTo(403);
    }

    private static int status(String token) {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + system.ports().task() + "/api/v1/tasks"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return java.net.http.HttpClient.newHttpClient()
                    .send(request, java.net.http.HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (java.io.IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Set<String> typesOf(String trace) {
        Set<String> types = new HashSet<>();
        records.stream().filter(it -> trace(it).equals(trace)).forEach(it -> types.add(header(it, "ce_type")));
        return types;
    }

    /** An alert on a name that nobody publishes never rings. */
    @Test
    void everyAlertWatchesWhatIsPublished() throws Exception {
        String alerts = Files.readString(Path.of("../../infra/prometheus/alerts.yml"));
        Set<String> watched = new HashSet<>();
        Matcher names = Pattern.compile("\\b(?:dondoc|kafka)_\\w+").matcher(alerts);
        while (names.find()) {
            watched.add(names.group());
        }
        var api = new Api(system.ports(), system.secret());
        Set<String> published = new HashSet<>();
        Set<String> parts = new HashSet<>();
        for (int port : system.ports().services().values()) {
            long begun = System.nanoTime();
            String all = api.request(null, "GET", port, "/actuator/prometheus", null, "text/plain")
                    .body()
                    .asString();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
            all.lines().filter(it -> !it.startsWith("#")).forEach(it -> {
                published.add(it.split("[{ ]", 2)[0]);
                if (it.startsWith("dondoc_health{part=\"")) {
                    parts.add(it.split("\"", 3)[1]);
                }
            });
        }
        assertThat(watched).hasSizeGreaterThan(5);
        assertThat(published).containsAll(watched);
        Matcher named = Pattern.compile("part=~?\"([\\w|]+)\"").matcher(alerts);
        assertThat(named.results().flatMap(it -> Stream.of(it.group(1).split("\\|"))))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(parts).contains(it));
    }

    /** The broker believes a service what is its own, and nobody else anything. */
    @Test
    void nobodyWritesTheTopicsOfAnother() {
        assertThat(writtenTo("dondoc.reports", "task-service")).isInstanceOf(TopicAuthorizationException.class);
        assertThat(writtenTo("dondoc.tasks", "notification-service")).isInstanceOf(TopicAuthorizationException.class);
        for (Topic topic : Topic.values()) {
            assertThat(writtenTo(topic.topicName(), BrokerAccess.DATA_TEAM))
                    .as(topic.topicName())
                    .isInstanceOf(TopicAuthorizationException.class);
        }
        Map<String, Object> unnamed = new HashMap<>();
        unnamed.put("bootstrap.servers", "127.0.0.1:" + system.ports().kafka());
        assertThat(writtenTo("dondoc.reports", unnamed)).isInstanceOf(TimeoutException.class);
        Map<String, Object> guessing = system.access().brokerClient("reporting-service", system.ports());
        guessing.put(
                "sasl.jaas.config",
                BrokerGuard.settings("reporting-service", "guessed", null).get("sasl.jaas.config"));
        assertThat(writtenTo("dondoc.reports", guessing)).isInstanceOf(SaslAuthenticationException.class);
        Map<String, Object> curious = system.access().brokerClient("document-service", system.ports());
        try (var consumer = new KafkaConsumer<>(curious, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition("dondoc.reports", 0)));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(5)))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static @Nullable Throwable writtenTo(String topic, String principal) {
        return writtenTo(topic, system.access().brokerClient(principal, system.ports()));
    }

    /** Why it was refused; {@code null} if it was taken. */
    private static @Nullable Throwable writtenTo(String topic, Map<String, Object> client) {
        client.put("max.block.ms", 2_000);
        // With it the producer may say instead that it is in no state to go on.
        client.put("enable.idempotence", false);
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[0], null)).get();
            return null;
        } catch (ExecutionException refused) {
            return refused.getCause();
        } catch (KafkaException refused) {
            return refused;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Key and certificate of the broker, which its clients trust. */
    private static BrokerGuard.Store certificate() throws Exception {
        Path file = folder.resolve("broker.p12");
        String password = "only-for-this-test";
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1,dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return new BrokerGuard.Store(file, password);
    }

    private static String trace(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader("traceparent");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8).split("-")[1];
    }

    private static Schema schema(String type) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Catalogue.resource("/schemas/" + type + ".json"), InputFormat.JSON);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<byte[], byte[]>> read() {
        Map<String, Object> properties = system.access().brokerClient(BrokerAccess.DATA_TEAM, system.ports());
        properties.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                assertThat(Contracts.typesOn(topic)).isNotEmpty();
                consumer.partitionsFor(topic.topicName())
                        .forEach(it -> partitions.add(new TopicPartition(topic.topicName(), it.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }
}
