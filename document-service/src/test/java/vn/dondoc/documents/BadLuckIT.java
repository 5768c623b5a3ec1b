package vn.dondoc.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.access.Role;
import vn.dondoc.embedded.EmbeddedBroker;
import vn.dondoc.embedded.Ports;
import vn.dondoc.embedded.store.EmbeddedStore;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.ServiceUnderTest.Answer;
import vn.dondoc.testkit.TestTokens;

/** Store and broker of a service's own, so that they may fail, and callers that do not finish what they say. */
class BadLuckIT {

    private static final String ADMIN = TestTokens.of(Role.ADMIN, "VN-L", "VN-L.vp");
    private static final String READY = "/actuator/health/readiness";
    private static final int PLENTY = 1 << 30;

    @TempDir
    Path folder;

    private final AtomicLong room = new AtomicLong(PLENTY);
    private final int storePort = Ports.free();
    private final int brokerPort = Ports.free();
    private final int livenessPort = Ports.free();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private @Nullable EmbeddedStore store;
    private @Nullable EmbeddedBroker broker;
    private @Nullable ServiceUnderTest service;

    @BeforeEach
    void start() {
        store = openStore();
        broker = EmbeddedBroker.start(folder.resolve("kafka"), brokerPort);
        service = ServiceUnderTest.start(
                DocumentService.class,
                "document-service",
                Instant.parse("2021-08-03T01:00:00Z"),
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + brokerPort,
                "--spring.cloud.stream.kafka.binder.brokers=127.0.0.1:" + brokerPort,
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + storePort,
                "--dondoc.http.body-grace=2s",
                "--server.tomcat.connection-timeout=4s",
                "--dondoc.http.liveness-port=" + livenessPort);
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (store != null) {
            store.close();
        }
    }

    private EmbeddedStore openStore() {
        return EmbeddedStore.start(folder.resolve("store"), storePort, it -> {}, null, room::get);
    }

    @Test
    void aStoreThatIsDownOrFullIsSaidAndTakesTheServiceOutOfServiceUntilItIsBack() {
        awaitReadiness("at the start", 200);
        assertThat(register("a").status()).isEqualTo(200);

        store.close();
        store = null;
        awaitReadiness("store down", 503);
        long begun = System.nanoTime();
        assertThat(health("mongo")).isEqualTo("0.0");
        assertThat(metric("dondoc_outbox_depth")).isEqualTo("NaN");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("who collects numbers does not wait for the store")
                .isLessThan(Duration.ofSeconds(3));
        unavailable(register("b"));
        store = openStore();
        awaitReadiness("store back", 200);
        assertThat(register("b").status()).isEqualTo(200);

        room.set(0);
        awaitReadiness("store full", 503);
        unavailable(register("c"));
        room.set(PLENTY);
        awaitReadiness("room again", 200);
        assertThat(register("c").status()).isEqualTo(200);
    }

    @Test
    void aBrokerThatIsDownIsSaidAndWhatIsAcceptedMeanwhileGoesOutLater() {
        assertThat(register("a").status()).isEqualTo(200);
        broker.close();
        broker = null;
        eventually(() -> assertThat(health("broker")).isEqualTo("0.0"));
        assertThat(status(READY)).as("what is accepted waits in the outbox").isEqualTo(200);
        assertThat(register("b").status()).isEqualTo(200);
        broker = EmbeddedBroker.start(folder.resolve("kafka"), brokerPort);
        eventually(() -> assertThat(health("broker")).isEqualTo("1.0"));
        eventually(() -> assertThat(metric("dondoc_outbox_depth")).isEqualTo("0.0"));
    }

    /** Each promises a body and sends one byte of it; every second of them has a token. */
    @Test
    void whoDoesNotFinishKeepsNobodyElseWaiting() throws Exception {
        awaitReadiness("at the start", 200);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 600; i++) {
                slow.add(promising(i % 2 == 0 ? null : ADMIN));
            }
            for (int i = 0; i < 50; i++) {
                var half = new Socket("127.0.0.1", livenessPort);
                half.getOutputStream().write('G');
                slow.add(half);
            }
            long slowest = 0;
            for (int i = 0; i < 20; i++) {
                long begun = System.nanoTime();
                assertThat(service.get(ADMIN, "/api/v1/agencies").status()).isEqualTo(200);
                assertThat(register("s" + i).status()).isEqualTo(200);
                assertThat(alive()).isEqualTo(200);
                slowest = Math.max(slowest, System.nanoTime() - begun);
            }
            System.out.printf(
                    "slow: 600 connections that do not finish, slowest of 20 others %d ms%n", slowest / 1_000_000);
            assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(2));
        } finally {
            for (Socket it : slow) {
                it.close();
            }
        }
    }

    @Test
    void aBodyThatTricklesIsGivenUpAndSoIsItsConnection() throws Exception {
        assertThat(trickling(ADMIN)).startsWith("HTTP/1.1 408").contains("\"code\":\"body-too-slow\"");
        assertThat(trickling(null)).startsWith("HTTP/1.1 401").contains("\"code\":\"unauthenticated\"");
        assertThat(trickling("PUT", "application/x-www-form-urlencoded", null))
                .as("a form is a body like any other")
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void aBodyThatStopsIsGivenUpInTheSameWords() throws Exception {
        try (Socket socket = promising(ADMIN)) {
            assertThat(everything(socket)).startsWith("HTTP/1.1 408").contains("\"code\":\"body-too-slow\"");
        }
    }

    /** All that comes back until the other side closes, while a byte goes out every fifth of a second. */
    private String trickling(@Nullable String token) throws Exception {
        return trickling("POST", "application/json", token);
    }

    private String trickling(String method, String type, @Nullable String token) throws Exception {
        try (Socket socket = promising(method, type, token)) {
            Thread trickle = Thread.ofVirtual().start(() -> {
                try {
                    OutputStream out = socket.getOutputStream();
                    while (true) {
                        out.write(' ');
                        out.flush();
                        Thread.sleep(200);
                    }
                } catch (IOException | InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            try {
                return everything(socket);
            } finally {
                trickle.interrupt();
            }
        }
    }

    private static String everything(Socket socket) throws IOException {
        socket.setSoTimeout((int) Duration.ofSeconds(15).toMillis());
        var all = new StringBuilder();
        try {
            int next;
            while ((next = socket.getInputStream().read()) >= 0) {
                all.append((char) next);
            }
        } catch (SocketException reset) {
            all.append("\n(reset)"); // what was sent behind the answer was not read
        }
        return all.toString();
    }

    private Socket promising(@Nullable String token) throws IOException {
        return promising("POST", "application/json", token);
    }

    private Socket promising(String method, String type, @Nullable String token) throws IOException {
        var socket = new Socket("127.0.0.1", service.port());
        String head =
                method + " /api/v1/directives/intake HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n"
                        + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                        + "Content-Length: 100000\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private int alive() throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + livenessPort + "/livez"))
                                .timeout(Duration.ofSeconds(2))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Answer register(String name) {
        return service.put(
                ADMIN,
                "/api/v1/agencies/VN-L." + name,
                Map.of(
                        "name", "Sở " + name,
                        "kind", "DEPARTMENT",
                        "validFrom", "2020-01-01"));
    }

    private static void unavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body().path("code").asString()).isEqualTo("unavailable");
    }

    private void awaitReadiness(String when, int status) {
        long begun = System.nanoTime();
        eventually(() -> assertThat(status(READY)).as(when).isEqualTo(status));
        System.out.printf("readiness: %-14s %d after %d ms%n", when, status, (System.nanoTime() - begun) / 1_000_000);
    }

    private int status(String path) {
        return service.request(null, "GET", path, null, Map.of()).status();
    }

    private String health(String part) {
        return metric("dondoc_health{part=\"" + part + "\"");
    }

    private String metric(String begins) {
        String all = service.request(null, "GET", "/actuator/prometheus", null, Map.of("Accept", "text/plain"))
                .body()
                .asString();
        return all.lines()
                .filter(it -> it.startsWith(begins))
                .map(it -> it.substring(it.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("none");
    }
}
