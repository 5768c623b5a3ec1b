package vn.dondoc.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.local.story.Api;

/**
 * Sends to every operation of an OpenAPI document what nobody would send: each request is one that the document allows, in
 * which one or two things are something else. Whatever it is, the answer is the service's own and no fault of it.
 */
final class Fuzz {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Names that only a programmer should see. */
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|java\\.|javax\\.|jakarta\\.|org\\.(?:spring|apache|bson|mongo)|com\\.mongo|vn\\.dondoc|\\bat [a-z]+\\.[a-z]+\\.|NullPointer|tools\\.jackson");

    /** The words for what no words were found for. */
    private static final String SAYS_NOTHING = "The request is not taken";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\r\nX-Injected: 1",
            "<script>alert(1)</script>",
            "{\"$gt\":\"\"}",
            "../../../etc/passwd",
            "%s%n{0}${7*7}",
            "=HYPERLINK(\"http://x\")",
            "null",
            "𝕊ở 😀 \u202e\u200b\ufeff",
            "a\u0301".repeat(500),
            "9".repeat(5_000),
            "á".repeat(70_000),
            "9999-99-99",
            "+999999999-12-31",
            "-0001-01-01",
            "2021-02-30",
            "NaN",
            "1e6000",
            "VN-22.snv|VN-22.stc",
            "(?:a+)+$");

    private static final List<String> RAW = List.of(
            "1e6000",
            "-1",
            "0",
            "9223372036854775808",
            "1E-6000",
            "0.1234567890123456789012345678901234567890",
            "true",
            "null",
            "[]",
            "{}",
            "[null]",
            "\"\\ud800\"",
            "[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]",
            "{\"a\":{\"a\":{\"a\":{}}}}",
            "-0",
            "NaN",
            "'");

    private static final List<String> QUERY = List.of(
            "%FF",
            "%C0%AF", "%ED%A0%80", "%00", "%0d%0aX:1", "%25", "%7B%7D", "a&a=b", "%E2%80%AE", "1%2B1", "%", "%zz");

    private static final List<String> CONTENT_TYPES = List.of(
            "application/*",
            "*/*",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "text/plain; charset=nope",
            "application/json; charset=utf-16",
            "application/xml",
            "application/octet-stream",
            "text/csv",
            "x",
            "application/json;;;");

    private final Random random;
    private final Api api;
    private final List<String> users;
    private final List<String> known;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * @param users who asks, in turn
     * @param known ids that there are
     */
    Fuzz(long seed, Api api, List<String> users, List<String> known) {
        this.random = new Random(seed);
        this.api = api;
        this.users = users;
        this.known = known;
    }

    /** How often each status came back. */
    Map<Integer, Integer> answers() {
        return answers;
    }

    /** What was sent that showed a fault. */
    List<String> faults() {
        return faults;
    }

    /** @param each requests to each operation */
    void run(int port, JsonNode document, int each) throws IOException, InterruptedException {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                // A stream has no end to wait for.
                if (!path.getKey().endsWith("/stream")) {
                    for (int i = 0; i < each; i++) {
                        send(port, document, path.getKey(), operation.getKey().toUpperCase(), operation.getValue());
                    }
                }
            }
        }
    }

    private void send(int port, JsonNode document, String path, String method, JsonNode operation)
            throws IOException, InterruptedException {
        boolean inQuery = random.nextInt(5) == 0;
        String body = body(document, operation);
        String target = filled(path) + query(operation, inQuery);
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target));
        } catch (IllegalArgumentException noAddress) {
            return; // this client would not send it
        }
        String contentType = random.nextInt(16) == 0 ? one(CONTENT_TYPES) : contentType(operation);
        request.timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + api.token(one(users)))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!body.isEmpty() || random.nextInt(5) == 0) {
            request.header("Content-Type", contentType);
        }
        if (random.nextBoolean()) {
            request.header("If-Match", random.nextInt(4) == 0 ? "W/\"x\"" : "\"" + random.nextInt(4) + "\"");
        }
        String sent = method + " " + shortened(target) + " " + contentType + " " + shortened(body);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answers.merge(answer.statusCode(), 1, Integer::sum);
            boolean problem = answer.statusCode() >= 400;
            if (answer.statusCode() >= 500
                    || problem && (INSIDE.matcher(answer.body()).find() || !says(answer))) {
                faults.add(sent + " -> " + answer.statusCode() + " " + shortened(answer.body()));
            }
        } catch (java.net.http.HttpTimeoutException late) {
            faults.add(sent + " -> no answer in 20 s");
        }
    }

    /** Whether it is a problem in both languages that says more than that something is wrong. */
    private static boolean says(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return false;
        }
        JsonNode problem = JSON.readTree(answer.body());
        String english = problem.path("detailEn").asString("");
        return !problem.path("code").asString("").isEmpty()
                && !problem.path("detail").asString("").isEmpty()
                && !english.isEmpty()
                && !english.startsWith(SAYS_NOTHING);
    }

    private String filled(String path) {
        StringBuilder filled = new StringBuilder();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                String value = random.nextInt(10) == 0
                        ? one(QUERY)
                        : random.nextInt(8) == 0 ? encoded(one(TEXTS)) : encoded(one(known));
                filled.append('/').append(part.startsWith("{") ? value : part);
            }
        }
        return filled.toString();
    }

    private String query(JsonNode operation, boolean hostile) {
        StringBuilder query = new StringBuilder();
        for (JsonNode it : operation.path("parameters")) {
            if (it.path("in").asString().equals("query") && random.nextInt(5) == 0) {
                String value = hostile
                        ? one(QUERY)
                        : random.nextInt(4) == 0
                                ? encoded(one(TEXTS))
                                : encoded(JSON.treeToValue(sample(it.path("schema"), it, 0), Object.class)
                                        .toString());
                query.append(query.isEmpty() ? "?" : "&")
                        .append(it.path("name").asString())
                        .append('=')
                        .append(value);
            }
        }
        return query.toString();
    }

    private String body(JsonNode document, JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        if (content.isMissingNode()) {
            return "";
        }
        JsonNode schema = content.path("application/json").path("schema");
        if (schema.isMissingNode() || random.nextInt(12) == 0) {
            return random.nextBoolean() ? one(TEXTS) : one(RAW);
        }
        String json = sample(schema, document, 0).toString();
        for (int i = random.nextInt(3); i > 0; i--) {
            json = spoiled(json);
        }
        return json;
    }

    /** One value in it is another. */
    private String spoiled(String json) {
        List<int[]> values = new ArrayList<>();
        var matcher = Pattern.compile("(?<=[:\\[,])(\"[^\"]*\"|-?[\\d.]+|true|false|null)(?=[,}\\]])")
                .matcher(json);
        while (matcher.find()) {
            values.add(new int[] {matcher.start(), matcher.end()});
        }
        if (values.isEmpty()) {
            return one(RAW);
        }
        int[] at = values.get(random.nextInt(values.size()));
        String value = random.nextBoolean() ? JSON.writeValueAsString(one(TEXTS)) : one(RAW);
        return json.substring(0, at[0]) + value + json.substring(at[1]);
    }

    /** A value that the schema allows, more or less. */
    private JsonNode sample(JsonNode schema, JsonNode document, int depth) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString().replaceFirst(".*/", "");
            return sample(document.path("components").path("schemas").path(name), document, depth);
        }
        if (schema.has("enum")) {
            JsonNode values = schema.path("enum");
            return values.get(random.nextInt(values.size()));
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asString()
                : schema.path("type").asString("object");
        return switch (type) {
            case "integer" -> JSON.valueToTree(random.nextInt(12));
            case "number" -> JSON.valueToTree(random.nextInt(1_000) / 10.0);
            case "boolean" -> JSON.valueToTree(random.nextBoolean());
            case "array" ->
                JSON.valueToTree(
                        depth > 4 || random.nextInt(5) == 0
                                ? List.of()
                                : List.of(sample(schema.path("items"), document, depth + 1)));
            case "string" -> JSON.valueToTree(text(schema.path("format").asString("")));
            default -> {
                Map<String, Object> object = new LinkedHashMap<>();
                if (depth <= 5) {
                    schema.path("properties").properties().forEach(it -> {
                        if (random.nextInt(6) != 0) {
                            object.put(it.getKey(), sample(it.getValue(), document, depth + 1));
                        }
                    });
                }
                yield JSON.valueToTree(object);
            }
        };
    }

    private String text(String format) {
        return switch (format) {
            case "date" -> "2021-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
            case "date-time" -> "2021-09-01T00:00:00Z";
            case "uuid" -> UUID.randomUUID().toString();
            default -> random.nextInt(3) == 0 ? one(known) : "rà soát " + random.nextInt(100);
        };
    }

    private static String contentType(JsonNode operation) {
        List<String> types =
                new ArrayList<>(operation.path("requestBody").path("content").propertyNames());
        return types.isEmpty() ? "application/json" : types.getFirst();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.length() > 6_000 ? encoded.substring(0, 6_000).replaceFirst("%.?$", "") : encoded;
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
