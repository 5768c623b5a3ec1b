package vn.dondoc.local.story;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.local.Ports;
import vn.dondoc.local.identity.DemoUser;

/** The public APIs as a demo user sees them. */
public final class Api {

    private static final int MOST_TRIES = 10;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Ports ports;
    private final String secret;

    public Api(Ports ports, String secret) {
        this.ports = ports;
        this.secret = secret;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body) {}

    /** The service refused or failed. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String request, int status, String body) {
            super(request + " -> " + status + " " + body);
        }
    }

    public JsonNode get(String user, int port, String path) {
        return expect2xx(request(user, "GET", port, path, null, "application/json"), "GET " + path);
    }

    public JsonNode post(String user, int port, String path, Object body) {
        return expect2xx(
                request(user, "POST", port, path, json.writeValueAsString(body), "application/json"), "POST " + path);
    }

    public JsonNode postCsv(String user, int port, String path, String csv) {
        return expect2xx(request(user, "POST", port, path, csv, "text/csv;charset=UTF-8"), "POST " + path);
    }

    public JsonNode put(String user, int port, String path, Object body) {
        return expect2xx(
                request(user, "PUT", port, path, json.writeValueAsString(body), "application/json"), "PUT " + path);
    }

    /** All items of a paged list. */
    public List<JsonNode> all(String user, int port, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            String next =
                    path + (path.contains("?") ? "&" : "?") + "limit=200" + (cursor == null ? "" : "&cursor=" + cursor);
            JsonNode page = get(user, port, next);
            page.path("items").forEach(items::add);
            cursor =
                    page.path("next").isMissingNode() ? null : page.path("next").asString();
        } while (cursor != null);
        return items;
    }

    /** A request with its answer, whatever it is. */
    public Answer request(
            @Nullable String user, String method, int port, String path, @Nullable String body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (user != null) {
            request.header("Authorization", "Bearer " + token(user));
        }
        HttpResponse<String> response = sendUntilServed(request.build());
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").contains("json");
        // A refused token is told in the header alone.
        String said = response.body().isEmpty()
                ? response.headers().firstValue("WWW-Authenticate").orElse("")
                : response.body();
        return new Answer(response.statusCode(), isJson ? json.readTree(response.body()) : json.valueToTree(said));
    }

    /** An access token of a demo user, by client credentials. */
    public String token(String user) {
        return tokens.computeIfAbsent(user, it -> {
            String basic = Base64.getEncoder()
                    .encodeToString(
                            (URLEncoder.encode(it, StandardCharsets.UTF_8) + ":" + DemoUser.secretOf(it, secret))
                                    .getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(ports.issuer() + "/oauth2/token"))
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "grant_type=client_credentials" + (it.equals("operator") ? "&scope=operate" : "")))
                    .build());
            if (response.statusCode() != 200) {
                throw new Refused("token of " + it, response.statusCode(), response.body());
            }
            return json.readTree(response.body()).path("access_token").asString();
        });
    }

    private static JsonNode expect2xx(Answer answer, String request) {
        if (answer.status() / 100 != 2) {
            throw new Refused(request, answer.status(), answer.body().toString());
        }
        return answer.body();
    }

    /** What cannot be served yet is sent again, with the same Idempotency-Key, when the service asks for it. */
    private HttpResponse<String> sendUntilServed(HttpRequest request) {
        HttpResponse<String> response = send(request);
        for (int again = 0; response.statusCode() == 503 && again < MOST_TRIES; again++) {
            long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
            LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
            response = send(request);
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(request.method() + " " + request.uri() + ": " + broken, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
