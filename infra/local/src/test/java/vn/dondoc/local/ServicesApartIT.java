package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.dondoc.embedded.EmbeddedBroker;
import vn.dondoc.embedded.store.EmbeddedStore;
import vn.dondoc.local.identity.IdentityServer;
import vn.dondoc.local.story.Api;

/**
 * The four services as their own Boot jars, the broker and the store as processes of their own. Each is killed, not
 * stopped; the others go on, and it catches up when it is back.
 */
class ServicesApartIT {

    private static final String SECRET = "only-for-this-test";
    private static final Catalogue.Province PROVINCE = Catalogue.provinces().getFirst();

    @TempDir
    Path folder;

    private final Ports ports = FreePorts.take();
    private final Map<String, Process> processes = new HashMap<>();
    private final Api api = new Api(ports, SECRET);

    @AfterEach
    void stopAll() throws InterruptedException {
        for (Process it : processes.values()) {
            it.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void anyOfThemCanDieWhileTheOthersGoOnAndCatchesUpWhenItIsBack() throws Exception {
        startProcess(
                "broker",
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedBroker.class.getName(),
                        folder.resolve("kafka").toString(),
                        "" + ports.kafka()));
        startProcess(
                "store",
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedStore.class.getName(),
                        folder.resolve("store").toString(),
                        "" + ports.store()));
        try (ConfigurableApplicationContext identity = identity()) {
            awaiting(120, () -> {
                assertThat(vn.dondoc.embedded.Ports.isTaken(ports.kafka())).isTrue();
                assertThat(vn.dondoc.embedded.Ports.isTaken(ports.store())).isTrue();
            });
            List.of("document-service", "task-service", "reporting-service", "notification-service")
                    .forEach(this::startService);
            List.of("document-service", "task-service", "reporting-service", "notification-service")
                    .forEach(this::awaitReady);
            api.postCsv("admin." + PROVINCE.code(), ports.document(), "/api/v1/agencies/import", PROVINCE.csv());

            String first = issue("04-nghe-an-cong-van.txt");
            Map<String, Integer> asked = asked(first);
            int all = asked.values().stream().mapToInt(it -> it).sum();
            assertThat(all).isGreaterThan(200);
            awaiting(60, () -> assertThat(tasks(first)).isEqualTo(all));
            awaiting(60, () -> assertThat(inbox("VN-22.snv")).isEqualTo(asked.get("VN-22.snv")));

            kill("task-service");
            kill("notification-service");
            // It has no date, so its phrases are read as of today, when there are no districts any more.
            String second = issue("05-nghe-an-khac-phuc.txt");
            assertThat(api.get("clerk.VN-22", ports.reporting(), "/api/v1/obligations")
                            .path("items"))
                    .isEmpty();
            startService("task-service");
            awaitReady("task-service");
            Map<String, Integer> askedToday = asked(second);
            int more = askedToday.values().stream().mapToInt(it -> it).sum();
            assertThat(more).isBetween(50, all - 1);
            awaiting(60, () -> assertThat(tasks(second)).isEqualTo(more));
            assertThat(tasks(first)).isEqualTo(all);

            kill("document-service");
            assertThat(tasks(first))
                    .as("tasks are served without the documents")
                    .isEqualTo(all);
            startService("notification-service");
            awaitReady("notification-service");
            awaiting(
                    60,
                    () -> assertThat(inbox("VN-22.snv"))
                            .isEqualTo(asked.get("VN-22.snv") + askedToday.get("VN-22.snv")));

            kill("broker");
            String taken = api.all("officer.VN-22.snv", ports.task(), "/api/v1/tasks")
                    .getFirst()
                    .path("id")
                    .asString();
            api.post("officer.VN-22.snv", ports.task(), "/api/v1/tasks/" + taken + "/acceptance", Map.of());
            startProcess(
                    "broker",
                    List.of(
                            "-cp",
                            System.getProperty("java.class.path"),
                            EmbeddedBroker.class.getName(),
                            folder.resolve("kafka").toString(),
                            "" + ports.kafka()));
            awaiting(
                    90,
                    () -> assertThat(outboxDepth())
                            .as("what was accepted while the broker was dead")
                            .isEqualTo("0.0"));
        }
    }

    private String issue(String sample) {
        String id = api.post(
                        "clerk.VN-22",
                        ports.document(),
                        "/api/v1/directives/intake",
                        Map.of("sourceName", sample, "text", Catalogue.resource("/samples/" + sample)))
                .path("id")
                .asString();
        api.post("clerk.VN-22", ports.document(), "/api/v1/directives/" + id + "/issue", Map.of());
        return id;
    }

    /** Of how many clauses each agency was named by a phrase when the directive was issued. */
    private Map<String, Integer> asked(String directive) {
        JsonNode issued = api.get("clerk.VN-22", ports.document(), "/api/v1/directives/" + directive);
        Map<String, List<String>> named = new HashMap<>();
        issued.path("groups")
                .forEach(it -> named.put(
                        it.path("phrase").asString(),
                        it.path("agencies")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
        Map<String, Integer> asked = new HashMap<>();
        for (JsonNode provision : issued.path("reading").path("provisions")) {
            Set<String> agencies = new HashSet<>();
            for (String field : List.of("assignees", "cooperating")) {
                provision.path(field).forEach(it -> agencies.addAll(named.getOrDefault(it.asString(), List.of())));
            }
            agencies.forEach(it -> asked.merge(it, 1, Integer::sum));
        }
        return asked;
    }

    private int tasks(String directive) {
        return api.all("clerk.VN-22", ports.task(), "/api/v1/tasks?directive=" + directive)
                .size();
    }

    private int inbox(String agency) {
        return api.all("officer." + agency, ports.notification(), "/api/v1/notices")
                .size();
    }

    private String outboxDepth() {
        String metrics = api.request(null, "GET", ports.task(), "/actuator/prometheus", null, "text/plain")
                .body()
                .asString();
        return metrics.lines()
                .filter(it -> it.startsWith("dondoc_outbox_depth"))
                .map(it -> it.substring(it.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("?");
    }

    private ConfigurableApplicationContext identity() {
        return new SpringApplicationBuilder(IdentityServer.class)
                .properties("spring.config.name=identity")
                .run(
                        "--server.port=" + ports.identity(),
                        "--dondoc.identity.secret=" + SECRET,
                        "--dondoc.identity.issuer=" + ports.issuer(),
                        "--dondoc.identity.key-file=" + folder.resolve("signing-key.json"),
                        "--spring.main.banner-mode=off");
    }

    private void startService(String name) {
        Path target = Path.of("../..", name, "target");
        try (Stream<Path> jars = Files.list(target)) {
            Path jar = jars.filter(it -> it.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "no Boot jar in " + target.toAbsolutePath().normalize()));
            startProcess(name, List.of("-jar", jar.toString()));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private void startProcess(String name, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "DONDOC_KAFKA", "127.0.0.1:" + ports.kafka(),
                        "DONDOC_KAFKA_PARTITIONS", "2",
                        "DONDOC_MONGO_URI", "mongodb://127.0.0.1:" + ports.store(),
                        "DONDOC_ISSUER", ports.issuer(),
                        "DONDOC_STREAMS_DIR", folder.resolve("streams").toString(),
                        "DONDOC_DOCUMENT_PORT", "" + ports.document(),
                        "DONDOC_TASK_PORT", "" + ports.task(),
                        "DONDOC_REPORTING_PORT", "" + ports.reporting(),
                        "DONDOC_NOTIFICATION_PORT", "" + ports.notification()));
        try {
            processes.put(name, builder.start());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void kill(String name) throws InterruptedException {
        processes.get(name).destroyForcibly().waitFor();
        System.out.println("killed " + name);
    }

    private void awaitReady(String name) {
        int port = switch (name) {
            case "document-service" -> ports.document();
            case "task-service" -> ports.task();
            case "reporting-service" -> ports.reporting();
            default -> ports.notification();
        };
        awaiting(180, () -> {
            assertThat(processes.get(name).isAlive())
                    .as(name + ": " + folder.resolve(name + ".log"))
                    .isTrue();
            assertThat(api.request(null, "GET", port, "/actuator/health/readiness", null, "text/plain")
                            .status())
                    .isEqualTo(200);
        });
    }

    private static void awaiting(int seconds, ThrowingRunnable claim) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .untilAsserted(claim);
    }
}
