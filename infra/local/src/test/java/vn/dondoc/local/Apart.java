package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.embedded.EmbeddedBroker;
import vn.dondoc.embedded.store.EmbeddedStore;
import vn.dondoc.local.identity.IdentityServer;
import vn.dondoc.local.story.Api;

/** Services as their own Boot jars, the broker and the store as processes of their own, each of which can be killed. */
final class Apart implements AutoCloseable {

    private static final String SECRET = "only-for-this-test";

    private final Path folder;
    private final Ports ports = FreePorts.take();
    private final Map<String, Process> processes = new HashMap<>();
    private final Map<String, Integer> listening = new HashMap<>();
    private final Api api = new Api(ports, SECRET);
    private final ConfigurableApplicationContext identity;

    private Apart(Path folder) {
        this.folder = folder;
        identity = new SpringApplicationBuilder(IdentityServer.class)
                .properties("spring.config.name=identity")
                .run(
                        "--server.port=" + ports.identity(),
                        "--dondoc.identity.secret=" + SECRET,
                        "--dondoc.identity.issuer=" + ports.issuer(),
                        "--dondoc.identity.key-file=" + folder.resolve("signing-key.json"),
                        "--spring.main.banner-mode=off");
    }

    /** With broker, store and identity server. */
    static Apart start(Path folder) {
        var apart = new Apart(folder);
        apart.startBroker();
        apart.startStore();
        awaiting(120, () -> {
            assertThat(vn.dondoc.embedded.Ports.isTaken(apart.ports.kafka())).isTrue();
            assertThat(vn.dondoc.embedded.Ports.isTaken(apart.ports.store())).isTrue();
        });
        return apart;
    }

    void startStore() {
        startProcess(
                "store",
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedStore.class.getName(),
                        folder.resolve("store").toString(),
                        "" + ports.store()),
                Map.of());
    }

    void startBroker() {
        startProcess(
                "broker",
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedBroker.class.getName(),
                        folder.resolve("kafka").toString(),
                        "" + ports.kafka()),
                Map.of());
    }

    Ports ports() {
        return ports;
    }

    Api api() {
        return api;
    }

    void startService(String name) {
        startInstance(name, name, ports.services().get(name), Map.of());
    }

    /**
     * One of several instances of a service.
     *
     * @param settings as environment variables
     */
    void startInstance(String instance, String service, int port, Map<String, String> settings) {
        Path target = Path.of("../..", service, "target");
        try (Stream<Path> jars = Files.list(target)) {
            Path jar = jars.filter(it -> it.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "no Boot jar in " + target.toAbsolutePath().normalize()));
            listening.put(instance, port);
            Map<String, String> all = new HashMap<>(settings);
            all.put("SERVER_PORT", "" + port);
            startProcess(instance, List.of("-jar", jar.toString()), all);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private void startProcess(String name, List<String> arguments, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "DONDOC_KAFKA",
                        "127.0.0.1:" + ports.kafka(),
                        "DONDOC_KAFKA_PARTITIONS",
                        "2",
                        "DONDOC_MONGO_URI",
                        "mongodb://127.0.0.1:" + ports.store(),
                        "DONDOC_ISSUER",
                        ports.issuer(),
                        "DONDOC_STREAMS_DIR",
                        folder.resolve("streams").toString()));
        builder.environment().putAll(settings);
        try {
            processes.put(name, builder.start());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    void kill(String name) throws InterruptedException {
        processes.get(name).destroyForcibly().waitFor();
        System.out.println("killed " + name);
    }

    void awaitReady(String name) {
        try {
            awaitAnswer(name);
        } catch (ConditionTimeoutException never) {
            throw new AssertionError(
                    name + " is not ready:\n" + end(folder.resolve(name + ".log")) + "\n" + threads(name), never);
        }
    }

    /** What the threads of a process wait for, the virtual ones too. */
    private String threads(String name) {
        Path file = folder.resolve(name + ".threads");
        try {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            "" + processes.get(name).pid(),
                            "Thread.dump_to_file",
                            "-overwrite",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".jcmd").toFile())
                    .start()
                    .waitFor(20, TimeUnit.SECONDS);
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return stop.toString();
        }
    }

    private void awaitAnswer(String name) {
        awaiting(180, () -> {
            assertThat(processes.get(name).isAlive())
                    .as(() -> name + " ended:\n" + end(folder.resolve(name + ".log")))
                    .isTrue();
            assertThat(api.request(null, "GET", listening.get(name), "/actuator/health/readiness", null, "text/plain")
                            .status())
                    .isEqualTo(200);
        });
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    static void awaiting(int seconds, ThrowingRunnable claim) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .untilAsserted(claim);
    }

    @Override
    public void close() throws InterruptedException {
        identity.close();
        for (Process it : processes.values()) {
            it.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
