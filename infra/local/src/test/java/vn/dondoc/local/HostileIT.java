package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.testkit.Eventually.eventually;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.directive.v1.AgencyGroup;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.local.story.Api;

/** What one caller sends stops nobody else. Each row is printed: what was sent, what came back. */
class HostileIT extends HostileAfternoon {

    private static final int CONNECTIONS = 300;

    @Test
    void aFactorWithoutMeasureAndACodeThatIsNoneAreRefused() {
        for (String factor : List.of("1e6000", "1e2147483647", "1e-6000", "0", "-1", "10000000")) {
            var answer = request(
                    "lead." + own.code(),
                    "PUT",
                    system.ports().reporting(),
                    "/api/v1/indicators/HUGE",
                    JSON.writeValueAsString(share(100)).replace("\"factor\":100", "\"factor\":" + factor));
            row(1, "factor " + factor, answer);
            assertThat(answer.status()).as(factor).isEqualTo(400);
            assertThat(pointers(answer)).as(factor).contains("/factor");
        }
        for (String reserved : List.of("A%7CB", "a", "COMPLETENESS.F")) {
            var code = request(
                    "lead." + own.code(),
                    "PUT",
                    system.ports().reporting(),
                    "/api/v1/indicators/" + reserved,
                    JSON.writeValueAsString(share(100)));
            row(1, "indicator " + reserved, code);
            assertThat(code.status()).isEqualTo(400);
            assertThat(pointers(code)).containsExactly("code");
        }
    }

    @Test
    void definitionsThatNobodyCanUseStopNoFigure() {
        try (var producer = new KafkaProducer<>(
                system.access().brokerClient("reporting-service", system.ports()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String body : List.of(
                    "null",
                    "{}",
                    "[]",
                    "not json",
                    "",
                    defined("1e6000"),
                    defined("1").replace("\"decimals\":2", "\"decimals\":999999999"),
                    defined("1").replace("\"numerator\":[{", "\"numerator\":[null,{"))) {
                producer.send(record(own.code(), body));
                row(2, "dondoc.definitions <- " + shortened(body), "figures go on");
            }
            producer.send(new ProducerRecord<>("dondoc.definitions", new byte[0], null));
            producer.flush();
        }
        for (Catalogue.Province it : List.of(own, other)) {
            String agency = file(it, "1", "4");
            eventually(() -> assertThat(api.get(
                                    "lead." + it.code(),
                                    system.ports().reporting(),
                                    "/api/v1/indicators/SHARE/values?period=2021-Q3&basis=FILED")
                            .findValuesAsString("value"))
                    .as("after the filing of " + agency)
                    .contains("25.0"));
        }
        var ready = request(null, "GET", system.ports().reporting(), "/actuator/health/readiness", null);
        row(2, "readiness afterwards", ready);
        assertThat(ready.body().path("status").asString()).isEqualTo("UP");
    }

    @Test
    void aSlipInTheYearLeavesTheDutyWithoutADayAndSaysSo() {
        String clerk = "clerk." + own.code();
        int port = system.ports().document();
        String id = takeIn(
                "77",
                "1. Sở Nội vụ báo cáo kết quả trước ngày 20/12/9026.\n2. Sở Nội vụ lập danh sách trước ngày 20/8/2021.");
        JsonNode findings =
                api.get(clerk, port, DIRECTIVES + "/" + id).path("reading").path("findings");
        assertThat(findings.toString()).contains("9026");
        Api.Answer unseen = request(clerk, "POST", port, DIRECTIVES + "/" + id + "/issue", "{}");
        assertThat(unseen.status()).as("nobody has looked at it").isEqualTo(422);
        assertThat(unseen.body().path("code").asString()).isEqualTo("unchecked");
        api.post(clerk, port, DIRECTIVES + "/" + id + "/check", Map.of());
        api.post(clerk, port, DIRECTIVES + "/" + id + "/issue", Map.of());
        eventually(() -> assertThat(tasks(id)).hasSize(2));
        assertThat(tasks(id)).anySatisfy(it -> {
            assertThat(it.path("assignment").path("clause").asString()).isEqualTo("1");
            assertThat(it.path("assignment").has("dueOn")).isFalse();
        });
        row(3, "trước ngày 20/12/9026", "issued, a finding, two tasks, one without a day");

        for (String day : List.of("3000-01-01", "0001-01-01", "+999999999-12-31")) {
            var amended = request(
                    clerk,
                    "POST",
                    port,
                    DIRECTIVES + "/" + id + "/amendments",
                    "{\"reason\":\"x\",\"changes\":[{\"path\":\"1\",\"dueOn\":\"" + day + "\"}]}");
            row(3, "amended to " + day, amended);
            assertThat(amended.status()).isEqualTo(400);
            assertThat(pointers(amended)).contains("/changes/0/dueOn");
        }
        api.post(clerk, port, DIRECTIVES + "/" + id + "/revocation", Map.of("reason", "nhầm"));
        eventually(() -> assertThat(tasks(id))
                .allSatisfy(it -> assertThat(it.path("status").asString()).isEqualTo("WITHDRAWN")));
        row(3, "revocation afterwards", "both tasks withdrawn");
        assertThat(api.get("operator", system.ports().task(), "/actuator/parked")
                        .toString())
                .doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M Ậ T",
                "Mật",
                "(MẬT)",
                "[MẬT]",
                "MẬT.",
                "*MẬT*",
                "HỎA TỐC - MẬT",
                "ĐỘ MẬT : TUYỆT MẬT",
                "BÍ MẬT NHÀ NƯỚC",
                "M\u200BẬT",
                "\u041CẬТ",
                "| UBND | MẬT |"
            })
    void aMarkOfSecrecyIsRefusedByTheApiAndByTheCommand(String mark) throws Exception {
        String text = paper("88", "1. Sở Nội vụ báo cáo trước ngày 20/8/2021.\n\n" + mark);
        var answer = request(
                "clerk." + other.code(),
                "POST",
                system.ports().document(),
                DIRECTIVES + "/intake",
                JSON.writeValueAsString(Map.of("sourceName", "a.txt", "text", text)));
        row(4, mark + " at the end", answer);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asString()).isEqualTo("secret-document");
        assertThat(api.get("clerk." + other.code(), system.ports().document(), DIRECTIVES + "?number=88/UBND-NC")
                        .path("items"))
                .isEmpty();

        Path file = Files.writeString(folder.resolve("paper.txt"), text);
        assertThat(ReadCommand.status(List.of(file.toString()))).isEqualTo(2);
    }

    @Test
    void aTokenNamesItsEndItsAudienceAndWhereItSees() throws Exception {
        int port = system.ports().task();
        String agency = own.rows().getFirst().code();
        Map<String, Consumer<JWTClaimsSet.Builder>> tokens = new LinkedHashMap<>();
        tokens.put("200 of an officer", it -> it.claim("agency", agency));
        tokens.put("403 of an officer without an agency", it -> it.claim("agency", null));
        tokens.put("403 of an officer with a blank agency", it -> it.claim("agency", " "));
        tokens.put(
                "403 of software without an agency",
                it -> it.claim("agency", null).claim("roles", List.of("SYSTEM")));
        tokens.put("401 without an end", it -> it.claim("agency", agency).expirationTime(null));
        tokens.put(
                "401 that ended",
                it -> it.claim("agency", agency)
                        .expirationTime(Date.from(Instant.now().minusSeconds(120))));
        tokens.put("401 for somebody else", it -> it.claim("agency", agency).audience("payroll"));
        tokens.put("401 for nobody", it -> it.claim("agency", agency).audience((String) null));
        tokens.put(
                "401 not valid yet",
                it -> it.claim("agency", agency)
                        .notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
        tokens.put("401 of another issuer", it -> it.claim("agency", agency).issuer("http://elsewhere.example"));
        for (var token : tokens.entrySet()) {
            int status = status(port, token(token.getValue()));
            row(6, "a token " + token.getKey().substring(4), String.valueOf(status));
            assertThat(status)
                    .as(token.getKey())
                    .isEqualTo(Integer.parseInt(token.getKey().substring(0, 3)));
        }
    }

    @Test
    void connectionsThatSendNothingMoreKeepNobodyWaiting() throws Exception {
        int port = system.ports().task();
        List<Socket> silent = new ArrayList<>();
        try {
            for (int n = 0; n < CONNECTIONS; n++) {
                Socket socket = new Socket("127.0.0.1", port);
                silent.add(socket);
                socket.getOutputStream()
                        .write(("POST /api/v1/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 100000\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            Duration slowest = Duration.ZERO;
            for (int n = 0; n < 20; n++) {
                Instant asked = Instant.now();
                assertThat(request("supervisor." + own.code(), "GET", port, "/api/v1/tasks?limit=1", null)
                                .status())
                        .isEqualTo(200);
                assertThat(request(null, "GET", port, "/actuator/health/liveness", null)
                                .status())
                        .isEqualTo(200);
                Duration took = Duration.between(asked, Instant.now());
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
            row(
                    5,
                    CONNECTIONS + " × POST of 100 KB, one byte sent",
                    "slowest of 20 others " + slowest.toMillis() + " ms");
            assertThat(slowest).isLessThan(Duration.ofSeconds(3));
        } finally {
            for (Socket it : silent) {
                it.close();
            }
        }
    }

    @Test
    void whoIsNotLetInWritesNothingAndReadsNoFile() throws Exception {
        for (Path secret : List.of(
                folder.resolve("identity/signing-key.json"),
                folder.resolve("identity/store.password"),
                folder.resolve("identity/data-team.properties"))) {
            String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(secret));
            row(9, "rights of " + secret.getFileName(), rights);
            assertThat(rights).endsWith("------");
        }
        Map<String, Object> taskService = system.access().brokerClient("task-service", system.ports());
        taskService.put("max.block.ms", 5_000);
        // With it the producer may say instead that it is in no state to go on.
        taskService.put("enable.idempotence", false);
        try (var producer = new KafkaProducer<>(taskService, new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("dondoc.reports", new byte[0], new byte[0]))
                            .get())
                    .rootCause()
                    .isInstanceOf(TopicAuthorizationException.class);
            row(9, "dondoc.reports <- a report, as task-service", "not authorized");
        }
    }

    @Test
    void anEventThatNamesAnAgencyOfAnotherProvinceIsPutAsideShownTriedAgainAndGivenUpWithAReason() {
        String id = takeIn("98", "1. Sở Nội vụ lập danh sách trước ngày 20/8/2021.");
        String clerk = "clerk." + own.code();
        String directive = DIRECTIVES + "/" + id;
        api.post(clerk, system.ports().document(), directive + "/check", Map.of());
        api.post(clerk, system.ports().document(), directive + "/issue", Map.of());
        eventually(() -> assertThat(tasks(id)).hasSize(1));
        String foreign = other.rows().getFirst().code();
        forgeAgain(id, foreign);

        List<Integer> listeners = List.of(
                system.ports().task(),
                system.ports().reporting(),
                system.ports().notification());
        for (int port : listeners) {
            eventually(() -> assertThat(parked(port, id)).hasSize(2));
        }
        int port = system.ports().task();
        row(
                9,
                "a directive that names " + foreign,
                "parked: " + parked(port, id).getFirst().path("reason").asString());
        eventually(() -> assertThat(
                        api.get(clerk, system.ports().document(), directive).path("notTakenUp"))
                .extracting(it -> it.path("service").asString())
                .containsExactlyInAnyOrder("task-service", "reporting-service", "notification-service"));
        row(
                3,
                "the directive of which an event is parked",
                api.get(clerk, system.ports().document(), directive)
                        .path("notTakenUp")
                        .path(0)
                        .path("detail")
                        .asString());

        Api.Answer replayed = operated(port, Map.of("sequence", sequence(port, id)));
        row(13, "replay of it", replayed);
        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.body().path("handled").asInt()).isZero();
        assertThat(replayed.body().path("reason").asString()).contains(foreign);
        for (int listener : listeners) {
            String sequence = sequence(listener, id);
            for (JsonNode record : parked(listener, id)) {
                Api.Answer discarded = operated(
                        listener,
                        Map.of(
                                "sequence",
                                sequence,
                                "partition",
                                record.path("partition").asString(),
                                "offset",
                                record.path("offset").asString(),
                                "discard",
                                "giả mạo"));
                row(13, "discarded with a reason", discarded);
                assertThat(discarded.status()).isEqualTo(200);
            }
            assertThat(parked(listener, id)).isEmpty();
        }
        eventually(() -> assertThat(
                        api.get(clerk, system.ports().document(), directive).path("notTakenUp"))
                .isEmpty());
        assertThat(tasks(id)).hasSize(1);
    }

    /** Two events of a directive that was issued, as its own service would write them. */
    private static void forgeAgain(String id, String foreign) {
        var issued = new DirectiveIssued(
                id,
                "98/UBND-NC",
                LocalDate.of(2021, 6, 28),
                LocalDate.of(2021, 6, 29),
                null,
                "CONG_VAN",
                own.name(),
                own.code(),
                "x",
                null,
                List.of(new AgencyGroup("g1", "x", List.of(foreign))),
                List.of(),
                List.of(),
                List.of());
        Map<String, Object> documents = system.access().brokerClient("document-service", system.ports());
        try (var producer = new KafkaProducer<>(documents, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int sequence = 2; sequence <= 3; sequence++) {
                producer.send(record(
                        "dondoc.directives",
                        own.code(),
                        id,
                        "vn.dondoc.directive.issued.v1",
                        sequence,
                        Contracts.json().writeValueAsString(issued)));
            }
            producer.flush();
        }
    }

    private static Api.Answer operated(int port, Map<String, Object> wanted) {
        return request("operator", "POST", port, "/actuator/parked", JSON.writeValueAsString(wanted));
    }

    private static List<JsonNode> parked(int port, String id) {
        List<JsonNode> records = new ArrayList<>();
        for (JsonNode sequence : api.get("operator", port, "/actuator/parked")) {
            if (sequence.path("key").asString().equals(id)) {
                sequence.path("records").forEach(records::add);
            }
        }
        return records;
    }

    private static String sequence(int port, String id) {
        for (JsonNode sequence : api.get("operator", port, "/actuator/parked")) {
            if (sequence.path("key").asString().equals(id)) {
                return sequence.path("id").asString();
            }
        }
        throw new AssertionError("nothing is parked of " + id);
    }

    @Test
    void aKeyStandsForOneRequestWhateverItIsAbout() throws Exception {
        String admin = "admin." + own.code();
        int port = system.ports().document();
        String first = keyed(admin, port, "/api/v1/agencies/" + own.code() + ".k1", agency("K1", null), "one-key");
        for (int n = 0; n < 60; n++) {
            keyed(admin, port, "/api/v1/agencies/" + own.code() + ".k1", agency("K1 " + n, null), "other-" + n);
        }
        String again = keyed(admin, port, "/api/v1/agencies/" + own.code() + ".k1", agency("K1", null), "one-key");
        row(11, "the same after 60 other changes", again);
        assertThat(again).isEqualTo(first).startsWith("200");
        String elsewhere = keyed(admin, port, "/api/v1/agencies/" + own.code() + ".k2", agency("K2", null), "one-key");
        row(11, "the same key for another agency", elsewhere);
        assertThat(elsewhere).startsWith("409");
        assertThat(api.get(admin, port, "/api/v1/agencies/" + own.code() + ".k1")
                        .path("name")
                        .asString())
                .isEqualTo("K1 59");
        assertThat(request(admin, "GET", port, "/api/v1/agencies/" + own.code() + ".k2", null)
                        .status())
                .isEqualTo(404);
    }

    /** Status and receipt. */
    private static String keyed(String user, int port, String path, Map<String, Object> body, String key)
            throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Bearer " + api.token(user))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    private static Map<String, Object> agency(String name, @Nullable String parent) {
        Map<String, Object> agency =
                new HashMap<>(Map.of("name", name, "kind", "DEPARTMENT", "validFrom", "2020-01-01"));
        if (parent != null) {
            agency.put("parent", parent);
        }
        return agency;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i. a) - + b\n",
                "1.",
                "1.1.1.1.1.1.1.1.1.1 ",
                "a) ",
                "((((((((((",
                "trước ngày ",
                "a\n",
                "Sở Nội vụ, ",
                "các huyện, ",
                "và các xã ",
                "12/CT-TTg-",
                "tháng, quý, "
            })
    void noTextKeepsTheReaderBusy(String piece) {
        String duties = piece.repeat(100_000 / piece.length());
        Instant sent = Instant.now();
        Api.Answer answer = request(
                "clerk." + other.code(),
                "POST",
                system.ports().document(),
                DIRECTIVES + "/intake",
                JSON.writeValueAsString(Map.of("sourceName", "a.txt", "text", paper("12", duties))));
        Duration took = Duration.between(sent, Instant.now());
        row(12, "100 KB of «" + piece.strip() + "»", answer.status() + " in " + took.toMillis() + " ms");
        assertThat(answer.status()).isIn(201, 422);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void morePartsThanAPaperHasAreRefused() {
        var duties = new StringBuilder();
        for (int n = 1; n <= 35_000; n++) {
            duties.append(n).append(". Sở Nội vụ báo cáo trước ngày 20/8/2021.\n");
        }
        Api.Answer answer = request(
                "clerk." + other.code(),
                "POST",
                system.ports().document(),
                DIRECTIVES + "/intake",
                JSON.writeValueAsString(Map.of("sourceName", "a.txt", "text", paper("13", duties.toString()))));
        row(12, "35,000 duties", answer);
        assertThat(answer.status()).isIn(413, 422);
    }

    @Test
    void nobodyApprovesTheirOwnReportNorOneOfAFormThatOthersLead() {
        int port = system.ports().reporting();
        String lead = own.lead();
        api.post(
                "officer." + lead,
                port,
                "/api/v1/reports",
                Map.of("form", "F", "period", "2021-Q3", "values", Map.of("N", 1, "D", 4), "submit", true));
        String report = api.all("lead." + own.code(), port, "/api/v1/obligations?form=F&agency=" + lead).stream()
                .map(it -> it.path("reportId").asString(it.path("id").asString()))
                .findFirst()
                .orElseThrow();
        Api.Answer approved =
                request("lead." + own.code(), "POST", port, "/api/v1/reports/" + report + "/approval", "{}");
        row(15, "the lead approves its own report", approved);
        assertThat(approved.status()).isEqualTo(403);
    }

    @Test
    void whatIsSillyIsRefusedByItsField() throws Exception {
        int port = system.ports().document();
        String admin = "admin." + own.code();
        String path = "/api/v1/agencies/" + own.code() + ".odd";
        Map<String, Map<String, Object>> silly = new LinkedHashMap<>();
        silly.put("its own parent", agency("x", own.code() + ".odd"));
        silly.put("a parent of another province", agency("x", other.root()));
        silly.put("a name of HTML", agency("<script>alert(1)</script>", null));
        silly.put("a year of nine digits", with(agency("x", null), "validFrom", "+123456789-01-01"));
        silly.put("a name of 5,000 characters", agency("x".repeat(5_000), null));
        silly.put("200 aliases", with(agency("x", null), "aliases", Collections.nCopies(200, "y")));
        silly.forEach((what, body) -> {
            Api.Answer answer = request(admin, "PUT", port, path, JSON.writeValueAsString(body));
            row(16, "an agency with " + what, answer);
            assertThat(answer.status()).as(what).isIn(400, 422);
        });
        assertThat(request(admin, "GET", port, path, null).status()).isEqualTo(404);

        String above = own.code() + ".above";
        api.put(admin, port, "/api/v1/agencies/" + above, agency("trên", null));
        api.put(admin, port, path, agency("dưới", above));
        Api.Answer circle = request(
                admin,
                "PUT",
                port,
                "/api/v1/agencies/" + above,
                JSON.writeValueAsString(agency("trên", own.code() + ".odd")));
        row(16, "an agency under those under it", circle);
        assertThat(circle.status()).isIn(400, 422);

        Map<String, Integer> requests = new LinkedHashMap<>();
        requests.put("GET /api/v1/agencies?q=%C3%28", 400);
        requests.put("GET /api/v1/agencies?q=" + "x".repeat(400), 400);
        requests.put("GET /api/v1/agencies/" + "x".repeat(400), 400);
        requests.put("GET /api/v1/agencies?fields=" + "x,".repeat(2_000), 400);
        requests.forEach((request, expected) -> {
            Api.Answer answer = request(admin, "GET", port, request.substring(4), null);
            row(16, shortened(request), answer);
            assertThat(answer.status()).as(request).isEqualTo(expected);
        });
        for (String type : List.of("application/*", "*/*", "multipart/form-data", "no type")) {
            Api.Answer answer = api.request("clerk." + own.code(), "POST", port, DIRECTIVES + "/intake", "{}", type);
            row(16, "a body of type " + type, answer);
            assertThat(answer.status()).as(type).isEqualTo(415);
        }
        Api.Answer torn = request(
                "clerk." + own.code(),
                "POST",
                port,
                DIRECTIVES + "/intake",
                JSON.writeValueAsString(Map.of("sourceName", "a\r\nb.txt", "text", paper("14", "1. x"))));
        row(16, "a file name with a line break", torn);
        assertThat(torn.status()).isEqualTo(400);
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        body.put(name, value);
        return body;
    }
}
