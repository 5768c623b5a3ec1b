package vn.dondoc.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service, started on the chosen backends with a database of its own and a clock that the test sets. */
public final class ServiceUnderTest implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServletWebServerApplicationContext context;
    private final TestClock clock;

    private ServiceUnderTest(ServletWebServerApplicationContext context, TestClock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {}

    /** @param name of the service; its configuration file is called the same */
    public static ServiceUnderTest start(Class<?> service, String name, Instant now, String... properties) {
        Backends backends = Backends.current();
        var clock = new TestClock(now);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + name,
                "--server.port=0",
                "--DONDOC_KAFKA=" + backends.bootstrapServers(),
                "--DONDOC_KAFKA_PARTITIONS=3",
                "--DONDOC_MONGO_URI=" + backends.mongoUri(),
                "--DONDOC_STREAMS_DIR=" + System.getProperty("java.io.tmpdir") + "/streams-" + UUID.randomUUID(),
                "--dondoc.database=test_" + name.replace("-", "_"),
                // One broker serves many stores here.
                "--dondoc.end-when-broken=false", // the JVM is the tests' own
                "--dondoc.kafka.compare-store=false"));
        arguments.addAll(List.of(properties));
        var context = new SpringApplicationBuilder(service, TestTokens.class)
                .initializers(it -> it.getBeanFactory().registerSingleton("clock", clock))
                .run(arguments.toArray(String[]::new));
        return new ServiceUnderTest((ServletWebServerApplicationContext) context, clock);
    }

    public TestClock clock() {
        return clock;
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A request with its answer, whatever it is. A fresh Idempotency-Key goes along unless {@code headers} has one. */
    public Answer request(
            @Nullable String token, String method, String path, @Nullable Object body, Map<String, String> headers) {
        String text = body == null ? "" : body instanceof String it ? it : JSON.writeValueAsString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(text));
        request.header("Content-Type", headers.getOrDefault("Content-Type", "application/json"));
        request.header(
                "Idempotency-Key",
                headers.getOrDefault("Idempotency-Key", UUID.randomUUID().toString()));
        headers.forEach((name, value) -> {
            if (!name.equals("Content-Type") && !name.equals("Idempotency-Key")) {
                request.header(name, value);
            }
        });
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode answer = json ? JSON.readTree(response.body()) : JSON.valueToTree(response.body());
            return new Answer(response.statusCode(), answer, response.headers());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    public Answer get(String token, String path) {
        return request(token, "GET", path, null, Map.of());
    }

    public Answer post(String token, String path, Object body) {
        return request(token, "POST", path, body, Map.of());
    }

    public Answer put(String token, String path, Object body) {
        return request(token, "PUT", path, body, Map.of());
    }

    @Override
    public void close() {
        context.close();
    }
}
