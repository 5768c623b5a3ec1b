package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.testkit.Eventually.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.local.story.Api;

/** Every operation of every service as its documentation shows it, against a started system. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExamplesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UPLOAD = """
            Kính gửi: Các sở, ban, ngành cấp tỉnh.

            UBND tỉnh Nghệ An yêu cầu các đơn vị:
            1. Rà soát quy trình nội bộ, hoàn thành trước ngày 30/4/2026.
            """;

    private static final String WITH_A_LIMIT_THAT_COUNTS = """
            Kính gửi: Các sở, ban, ngành cấp tỉnh.

            UBND tỉnh Nghệ An yêu cầu các đơn vị:
            1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính báo cáo kết quả trong thời hạn 10 ngày làm việc kể từ ngày \
            nhận được hướng dẫn của Bộ Nội vụ.
            """;

    /** Requests to each operation, for each seed. */
    private static final int EACH = Integer.getInteger("dondoc.fuzz", 12);

    @TempDir
    static Path folder;

    private static LocalSystem system;
    private static Api api;

    private final HttpClient http = HttpClient.newHttpClient();
    private static final Map<String, String> known = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        system = LocalSystem.start(FreePorts.take(), folder, new StoryClock(Instant.parse("2026-03-20T02:00:00Z")));
        api = new Api(system.ports(), system.secret());
        Catalogue.Province province = Catalogue.provinces().stream()
                .filter(it -> it.code().equals("VN-22"))
                .findFirst()
                .orElseThrow();
        api.postCsv("admin.VN-22", system.ports().document(), "/api/v1/agencies/import", province.csv());
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    @Order(1)
    void everyExampleDoesWhatItShows() throws Exception {
        known.put("upload", upload("nhap.txt", UPLOAD));
        run("document-service");
        upload("cho-huong-dan.txt", WITH_A_LIMIT_THAT_COUNTS);
        awaitItem(
                "task",
                system.ports().task(),
                "officer.VN-22.snv",
                "/api/v1/tasks?standing=RUNNING_IN_TIME&directive=" + known.get("directive"),
                "id");
        awaitItem(
                "awaited",
                system.ports().task(),
                "officer.VN-22.snv",
                "/api/v1/tasks?class=AWAITED&status=ASSIGNED",
                "id");
        awaitItem(
                "cooperating",
                system.ports().task(),
                "officer.VN-22.stc",
                "/api/v1/tasks?role=COOPERATING&status=ASSIGNED",
                "id");
        known.put("superior", askedOfTheCommittee());
        run("task-service");
        awaitItem("target", system.ports().reporting(), "lead.VN-22", "/api/v1/targets", "id");
        run("reporting-service");
        awaitItem("notice", system.ports().notification(), "officer.VN-22.snv", "/api/v1/notices", "id");
        awaitItem(
                "delivery",
                system.ports().notification(),
                "supervisor.VN-22",
                "/api/v1/deliveries?channel=MAIL&status=SENT",
                "id");
        run("notification-service");
    }

    /** Afterwards, since it changes and removes what it can. */
    @Test
    @Order(2)
    void whateverIsSentTheAnswerIsNoFault() throws Exception {
        List<String> users = new ArrayList<>(List.of("clerk.VN-22", "lead.VN-22", "supervisor.VN-22", "admin.VN-22"));
        users.addAll(List.of("clerk.VN-23", "admin.VN-23", "lead.VN-23", "auditor.VN-22"));
        for (String agency : List.of("snv", "stc", "stp", "sxd", "syt", "skhcn")) {
            users.add("officer.VN-22." + agency);
            users.add("system.VN-22." + agency);
        }
        List<String> ids = new ArrayList<>(known.values());
        ids.addAll(List.of("VN-22.snv", "VN-22", "2021-Q3", "TL_HS_TRUC_TUYEN", "khong-co"));
        Map<Integer, Integer> answers = new TreeMap<>();
        for (long seed : List.of(1L, 22L, 333L)) {
            var fuzz = new Fuzz(seed, api, users, ids);
            for (Map.Entry<String, Integer> service : system.ports().services().entrySet()) {
                JsonNode document = api.request(
                                null, "GET", service.getValue(), "/v3/api-docs", null, "application/json")
                        .body();
                fuzz.run(service.getValue(), document, EACH);
            }
            assertThat(fuzz.faults()).as("seed " + seed).isEmpty();
            fuzz.answers().forEach((status, count) -> answers.merge(status, count, Integer::sum));
        }
        int sent = answers.values().stream().mapToInt(it -> it).sum();
        System.out.println("fuzz: " + sent + " requests, answers " + answers);
        assertThat(answers.getOrDefault(429, 0)).as("turned away unread").isLessThan(sent / 20);
        for (Map.Entry<String, Integer> service : system.ports().services().entrySet()) {
            assertThat(api.request(null, "GET", service.getValue(), "/actuator/health/readiness", null, "text/plain")
                            .status())
                    .as(service.getKey())
                    .isEqualTo(200);
        }
    }

    private void run(String service) throws Exception {
        int port = system.ports().services().get(service);
        Map<String, Map<String, Object>> described = new LinkedHashMap<>();
        for (String name : List.of(service, "every-service")) {
            described.putAll(new Yaml(new SafeConstructor(new LoaderOptions()))
                    .<Map<String, Map<String, Object>>>load(Catalogue.resource("/openapi/" + name + ".yml")));
        }
        for (Map.Entry<String, Map<String, Object>> it : described.entrySet()) {
            String method = it.getKey().substring(0, it.getKey().indexOf(' '));
            if (it.getValue().get("answers") instanceof Integer code) {
                // Of what a system that is well does not have: no mailbox is dead here.
                assertThat(send(port, method, it.getValue()).statusCode())
                        .as(it.getKey())
                        .isEqualTo(code);
                continue;
            }
            if (method.equals("GET")) {
                // What it shows may still be on its way from the example before.
                eventually(() -> expectSomething(it.getKey(), send(port, method, it.getValue())));
                continue;
            }
            HttpResponse<String> answer = send(port, method, it.getValue());
            expectSomething(it.getKey(), answer);
            if (it.getKey().endsWith("/attachments")) {
                awaitAttachment();
            }
            if (it.getKey().endsWith("/files")) {
                JsonNode report = api.get("officer.VN-22.snv", port, "/api/v1/reports/" + known.get("report"));
                known.put("file", report.at("/report/files/0/id").asString());
            }
            if (it.getValue().get("keep") instanceof String name) {
                JsonNode kept = JSON.readTree(answer.body());
                known.put(name, kept.findPath(kept.has("id") ? "id" : "taskId").asString());
            }
        }
    }

    private static void expectSomething(String operation, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(operation + " " + answer.body()).isBetween(200, 299);
        if (answer.body().startsWith("{\"items\"")) {
            assertThat(JSON.readTree(answer.body()).path("items")).as(operation).isNotEmpty();
        }
    }

    private HttpResponse<String> send(int port, String method, Map<String, Object> example) throws Exception {
        String user = String.valueOf(example.get("as"));
        String path = filled(example.get("call"));
        Object body = example.get("body");
        String text = example.get("csv") instanceof String csv
                ? csv
                : example.get("file") instanceof String file
                        ? file
                        : body == null ? "" : filled(JSON.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + api.token(user))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", contentType(example))
                .method(method, content(example, user, port, text));
        if (method.equals("PATCH")
                || method.equals("PUT") && path.contains("/reports/")
                || path.endsWith("/corrections") && method.equals("POST")) {
            request.header("If-Match", etag(user, port, path.replaceFirst("/corrections$", "")));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Some take in what was handed out before. */
    private HttpRequest.BodyPublisher content(Map<String, Object> example, String user, int port, String text)
            throws Exception {
        if (!(example.get("download") instanceof String path)) {
            return HttpRequest.BodyPublishers.ofString(text);
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + filled(path)))
                .header("Authorization", "Bearer " + api.token(user))
                .build();
        return HttpRequest.BodyPublishers.ofByteArray(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private static String contentType(Map<String, Object> example) {
        return example.containsKey("csv")
                ? "text/csv;charset=UTF-8"
                : example.containsKey("file") || example.containsKey("download")
                        ? "application/octet-stream"
                        : "application/json";
    }

    private String etag(String user, int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + api.token(user))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private String filled(Object text) {
        String filled = String.valueOf(text);
        for (Map.Entry<String, String> it : known.entrySet()) {
            filled = filled.replace("{" + it.getKey() + "}", it.getValue());
        }
        return filled;
    }

    private void awaitItem(String name, int port, String user, String path, String member) {
        eventually(() -> {
            JsonNode items = api.get(user, port, path).path("items");
            assertThat(items).isNotEmpty();
            known.put(name, items.path(0).path(member).asString());
        });
    }

    private void awaitAttachment() {
        JsonNode task = api.get("officer.VN-22.snv", system.ports().task(), "/api/v1/tasks/" + known.get("task"));
        known.put("attachment", task.path("attachments").path(0).path("id").asString());
    }

    private String askedOfTheCommittee() {
        Map<String, Object> asked = Map.of("agencies", List.of("VN-22.ubnd"), "text", "Tổng hợp kinh phí");
        return api.post("clerk.VN-22", system.ports().task(), "/api/v1/tasks", asked)
                .findPath("taskId")
                .asString();
    }

    private String upload(String name, String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + system.ports().document() + "/api/v1/directives/intake?name=" + name))
                .header("Authorization", "Bearer " + api.token("clerk.VN-22"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = JSON.readTree(answer.body()).path("id").asString();
        api.post("clerk.VN-22", system.ports().document(), "/api/v1/directives/" + id + "/check", Map.of());
        api.post("clerk.VN-22", system.ports().document(), "/api/v1/directives/" + id + "/issue", Map.of());
        return id;
    }
}
