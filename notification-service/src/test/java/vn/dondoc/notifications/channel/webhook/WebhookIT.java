package vn.dondoc.notifications.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.access.Role.ADMIN;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.testkit.Eventually.eventually;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.notifications.Heard;
import vn.dondoc.notifications.NotificationService;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** Machines that are told: what they receive, verified by an implementation that is not ours, and how they may answer. */
class WebhookIT {

    private static final String ADMIN_A = TestTokens.of(ADMIN, "VN-A", "VN-A.ubnd");
    private static final String ADMIN_B = TestTokens.of(ADMIN, "VN-B", "VN-B.ubnd");
    private static final String SUPERVISOR_A = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd");

    private static ServiceUnderTest service;
    private static Heard heard;
    private static HttpServer server;
    private static final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private static final List<Received> received = new CopyOnWriteArrayList<>();

    private record Received(String path, Map<String, List<String>> headers, String body) {}

    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeAll
    static void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(path, headers, body));
            answers.getOrDefault(path, it -> it.sendResponseHeaders(204, -1)).to(exchange);
            exchange.close();
        });
        server.start();
        service = ServiceUnderTest.start(
                NotificationService.class,
                "notification-service",
                Instant.now(),
                "--dondoc.database=test_webhooks",
                "--dondoc.channels.look=50ms",
                "--dondoc.webhooks.insecure=true",
                "--dondoc.webhooks.allowed-networks=127.0.0.0/8",
                "--dondoc.webhooks.connect-timeout=500ms",
                "--dondoc.webhooks.answer-timeout=500ms");
        heard = new Heard();
        heard.agency("VN-A.snv", "VN-A.ubnd");
        heard.agency("VN-A.stc", "VN-A.ubnd");
        heard.agency("VN-A.ubnd", null);
        heard.assign("warm-up", "VN-A.snv", "1/UBND");
        eventually(() -> assertThat(service.get(SUPERVISOR_A, "/api/v1/deliveries?task=warm-up")
                        .body()
                        .path("items"))
                .isNotEmpty());
    }

    @AfterAll
    static void stop() {
        heard.close();
        service.close();
        server.stop(0);
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static String secret(String name, Map<String, Object> endpoint) {
        var answer = service.put(ADMIN_A, "/api/v1/webhooks/" + name, endpoint);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("secret").asString();
    }

    private static List<Received> at(String path) {
        return received.stream().filter(it -> it.path().equals(path)).toList();
    }

    @Test
    void whatArrivesIsVerifiedByAnIndependentImplementation() throws Exception {
        String secret = secret("FIRST", Map.of("address", address("/first"), "kinds", List.of("TASK_ASSIGNED")));
        assertThat(secret).startsWith("whsec_");
        heard.assign("hook-1", "VN-A.snv", "4709/UBND-KSTT");
        eventually(() -> assertThat(at("/first")).hasSize(1));
        Received it = at("/first").getFirst();
        new Webhook(secret).verify(it.body(), it.headers());
        assertThatThrownBy(() -> new Webhook(secret).verify(it.body().replace("hook-1", "hook-2"), it.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(it.body())
                .contains("\"type\":\"task.assigned\"")
                .contains("\"taskId\":\"hook-1\"")
                .contains("4709/UBND-KSTT")
                .hasSizeLessThan(20_000);
        JsonNode shown = service.get(ADMIN_A, "/api/v1/webhooks/FIRST").body();
        assertThat(shown.has("secret")).as("shown once").isFalse();
        heard.miss("hook-missed", 1, 1);
        heard.assign("hook-2", "VN-A.stc", "4709/UBND-KSTT");
        eventually(() -> assertThat(at("/first")).hasSize(2));
        assertThat(at("/first").get(1).body()).as("only the kinds it asked for").contains("hook-2");
    }

    @Test
    void aReplacedSecretSignsBesideTheNewOneForADay() throws Exception {
        String old = secret("TURNED", Map.of("address", address("/turned"), "kinds", List.of("TASK_ASSIGNED")));
        String fresh = service.post(ADMIN_A, "/api/v1/webhooks/TURNED/secret", Map.of())
                .body()
                .path("secret")
                .asString();
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        heard.assign("turned-1", "VN-A.snv", "1/UBND");
        eventually(() -> assertThat(at("/turned")).hasSize(1));
        Received it = at("/turned").getFirst();
        new Webhook(old).verify(it.body(), it.headers());
        new Webhook(fresh).verify(it.body(), it.headers());
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndWhatSucceedsIsNot() throws Exception {
        secret("FAILS", Map.of("address", address("/fails"), "recipients", List.of("VN-A.stc")));
        var codes = new ArrayList<>(List.of(500, 301, 429, 200));
        answers.put("/fails", exchange -> {
            int code = codes.size() > 1 ? codes.removeFirst() : codes.getFirst();
            if (code == 301) {
                exchange.getResponseHeaders().add("Location", address("/redirected"));
            }
            if (code == 429) {
                exchange.getResponseHeaders().add("Retry-After", "120");
            }
            exchange.sendResponseHeaders(code, -1);
        });
        heard.assign("fails-1", "VN-A.stc", "1/UBND");
        eventually(() -> {
            service.clock().advance(Duration.ofMinutes(3));
            assertThat(delivery("fails-1").path("status").asString()).isEqualTo("SENT");
        });
        assertThat(at("/fails")).hasSize(4);
        assertThat(at("/fails").stream()
                        .map(it -> it.headers().get("webhook-id"))
                        .distinct())
                .as("the same message")
                .hasSize(1);
        assertThat(at("/redirected")).isEmpty();
        assertThat(delivery("fails-1").path("log").findValuesAsString("answer"))
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("500"),
                        it -> assertThat(it).startsWith("301").contains("not followed"),
                        it -> assertThat(it).startsWith("429"),
                        it -> assertThat(it).startsWith("200"));
        String id = delivery("fails-1").path("id").asString();
        assertThat(service.post(SUPERVISOR_A, "/api/v1/deliveries/" + id + "/retry", Map.of())
                        .status())
                .isEqualTo(200);
        eventually(
                () -> assertThat(at("/fails")).as("somebody had it sent again").hasSize(5));
    }

    @Test
    void whoIsGoneIsSwitchedOff() throws Exception {
        secret("GONE", Map.of("address", address("/gone"), "kinds", List.of("TASK_ASSIGNED")));
        answers.put("/gone", exchange -> exchange.sendResponseHeaders(410, -1));
        heard.assign("gone-1", "VN-A.snv", "1/UBND");
        eventually(() -> assertThat(service.get(ADMIN_A, "/api/v1/webhooks/GONE")
                        .body()
                        .path("disabledBecause")
                        .asString())
                .startsWith("410"));
        heard.assign("gone-2", "VN-A.snv", "1/UBND");
        heard.assign("gone-3", "VN-A.stc", "1/UBND");
        service.clock().advance(Duration.ofMinutes(10));
        eventually(() -> assertThat(service.get(SUPERVISOR_A, "/api/v1/deliveries?task=gone-3")
                        .body()
                        .path("items"))
                .isNotEmpty());
        assertThat(at("/gone").stream().filter(it -> it.body().contains("gone-3")))
                .isEmpty();
    }

    @Test
    void oneThatAnswersAByteNowAndThenHoldsUpNobody() throws Exception {
        secret("DRIPS", Map.of("address", address("/drips"), "recipients", List.of("VN-A.snv")));
        answers.put("/drips", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 600; i++) {
                    body.write('.');
                    body.flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        heard.assign("drips-1", "VN-A.snv", "1/UBND");
        heard.assign("drips-2", "VN-A.snv", "1/UBND");
        eventually(() -> assertThat(at("/drips")).as("its head was enough").hasSize(2));
    }

    @Test
    void anAnswerWithoutAnEndIsCutOff() throws Exception {
        try (var endless = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (!endless.isClosed()) {
                    try (Socket client = endless.accept()) {
                        client.getInputStream().read();
                        OutputStream out = client.getOutputStream();
                        out.write("HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII));
                        byte[] more = new byte[64_000];
                        Arrays.fill(more, (byte) 'x');
                        while (true) {
                            out.write(more);
                        }
                    } catch (IOException cutOff) {
                        // as it should be
                    }
                }
            });
            secret(
                    "ENDLESS",
                    Map.of(
                            "address",
                            "http://127.0.0.1:" + endless.getLocalPort() + "/",
                            "kinds",
                            List.of("DEADLINE_MISSED")));
            heard.miss("endless-1", 1, 1);
            eventually(() -> assertThat(deliveryTo("VN-A/ENDLESS", "endless-1").path("log"))
                    .isNotEmpty());
            JsonNode delivery = deliveryTo("VN-A/ENDLESS", "endless-1");
            assertThat(delivery.path("log").path(0).path("answer").asString())
                    .contains("line length")
                    .hasSizeLessThan(501);
            assertThat(delivery.path("status").asString()).isEqualTo("PENDING");
        }
    }

    @Test
    void aSecretIsShownOnlyByWhatMadeIt() {
        Map<String, Object> endpoint = Map.of("address", address("/once"), "enabled", false);
        assertThat(secret("ONCE", endpoint)).isNotBlank();
        var again = service.put(ADMIN_A, "/api/v1/webhooks/ONCE", endpoint);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().has("secret")).isFalse();
    }

    @Test
    void nobodyElsesEndpointIsSeenOrTouched() {
        secret("OURS", Map.of("address", address("/ours"), "kinds", List.of("TASK_VERIFIED")));
        assertThat(service.get(ADMIN_B, "/api/v1/webhooks/OURS").status()).isEqualTo(404);
        assertThat(service.get(ADMIN_B, "/api/v1/webhooks").body().path("items"))
                .isEmpty();
        assertThat(service.post(ADMIN_B, "/api/v1/webhooks/OURS/secret", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(service.request(ADMIN_B, "DELETE", "/api/v1/webhooks/OURS", null, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(service.put(ADMIN_B, "/api/v1/webhooks/OURS", Map.of("address", address("/theirs")))
                        .status())
                .as("another of the same name, of their own")
                .isEqualTo(201);
        assertThat(service.request(ADMIN_A, "DELETE", "/api/v1/webhooks/OURS", null, Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(service.get(ADMIN_B, "/api/v1/webhooks/OURS").status()).isEqualTo(200);
    }

    @Test
    void anAddressInsideIsRefusedByItsField() {
        var answer = service.put(ADMIN_A, "/api/v1/webhooks/INSIDE", Map.of("address", "https://10.1.2.3/"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains("/address", "10.1.2.3");
        assertThat(service.get(ADMIN_A, "/api/v1/webhooks/INSIDE").status()).isEqualTo(404);
    }

    private static JsonNode deliveryTo(String address, String task) {
        return service.get(SUPERVISOR_A, "/api/v1/deliveries?channel=WEBHOOK&task=" + task)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("address").asString().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError(task + " is not on its way to " + address));
    }

    private static JsonNode delivery(String task) {
        return service.get(SUPERVISOR_A, "/api/v1/deliveries?channel=WEBHOOK&task=" + task)
                .body()
                .path("items")
                .path(0);
    }
}
