package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.testkit.Eventually.eventually;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.local.story.Api;

/** What one caller sends stops nobody else. Each row is printed: what was sent, what came back. */
class HostileIT {

    private static final String DIRECTIVES = "/api/v1/directives";

    @TempDir
    static Path folder;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TABLE = new ArrayList<>();

    private static LocalSystem system;
    private static Api api;
    private static Catalogue.Province own;
    private static Catalogue.Province other;

    @BeforeAll
    static void start() {
        system = LocalSystem.start(FreePorts.take(), folder, new StoryClock(Instant.parse("2021-07-01T02:00:00Z")));
        api = new Api(system.ports(), system.secret());
        own = Catalogue.provinces().get(0);
        other = Catalogue.provinces().get(1);
        for (Catalogue.Province it : List.of(own, other)) {
            api.postCsv("admin." + it.code(), system.ports().document(), "/api/v1/agencies/import", it.csv());
        }
        for (Catalogue.Province it : List.of(own, other)) {
            String lead = "lead." + it.code();
            int port = system.ports().reporting();
            api.put(
                    lead,
                    port,
                    "/api/v1/forms/F",
                    Map.of("name", "F", "elements", List.of(element("N"), element("D"))));
            api.put(lead, port, "/api/v1/indicators/SHARE", share(100));
            // Who owes is known once the catalogue was heard of.
            eventually(() -> {
                api.put(lead, port, "/api/v1/regimes/R", regime());
                assertThat(obligations(it)).isNotEmpty();
            });
        }
    }

    @AfterAll
    static void stop() {
        System.out.println("hostile: sent | came back");
        TABLE.forEach(it -> System.out.println("hostile: " + it));
        system.close();
    }

    @Test
    void aFactorWithoutMeasureAndACodeThatIsNoneAreRefused() {
        for (String factor : List.of("1e6000", "1e2147483647", "1e-6000", "0", "-1", "10000000")) {
            var answer = request(
                    "lead." + own.code(),
                    "PUT",
                    system.ports().reporting(),
                    "/api/v1/indicators/HUGE",
                    JSON.writeValueAsString(share(100)).replace("\"factor\":100", "\"factor\":" + factor));
            row("factor " + factor, answer);
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
            row("indicator " + reserved, code);
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
                TABLE.add("dondoc.definitions <- " + shortened(body) + " | figures go on");
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
        row("readiness afterwards", ready);
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
        TABLE.add("trước ngày 20/12/9026 | issued, a finding, two tasks, one without a day");

        for (String day : List.of("3000-01-01", "0001-01-01", "+999999999-12-31")) {
            var amended = request(
                    clerk,
                    "POST",
                    port,
                    DIRECTIVES + "/" + id + "/amendments",
                    "{\"reason\":\"x\",\"changes\":[{\"path\":\"1\",\"dueOn\":\"" + day + "\"}]}");
            row("amended to " + day, amended);
            assertThat(amended.status()).isEqualTo(400);
            assertThat(pointers(amended)).contains("/changes/0/dueOn");
        }
        api.post(clerk, port, DIRECTIVES + "/" + id + "/revocation", Map.of("reason", "nhầm"));
        eventually(() -> assertThat(tasks(id))
                .allSatisfy(it -> assertThat(it.path("status").asString()).isEqualTo("WITHDRAWN")));
        TABLE.add("revocation afterwards | both tasks withdrawn");
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
        row(mark + " at the end", answer);
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
        Map<String, Consumer<JWTClaimsSet.Builder>> tokens = new java.util.LinkedHashMap<>();
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
            TABLE.add("a token " + token.getKey().substring(4) + " | " + status);
            assertThat(status)
                    .as(token.getKey())
                    .isEqualTo(Integer.parseInt(token.getKey().substring(0, 3)));
        }
    }

    private static int status(int port, String token) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tasks"))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String token(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        RSAKey key = RSAKey.parse(Files.readString(folder.resolve("identity/signing-key.json")));
        var claims = new JWTClaimsSet.Builder()
                .issuer(system.ports().issuer())
                .audience("dondoc")
                .subject("somebody")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("province", own.code())
                .claim("roles", List.of("OFFICER"));
        change.accept(claims);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static Map<String, Object> element(String code) {
        return Map.of("code", code, "name", code, "unit", "hồ sơ");
    }

    private static Map<String, Object> share(int factor) {
        return Map.of(
                "name",
                "Tỷ lệ",
                "form",
                "F",
                "numerator",
                "N",
                "denominator",
                "D",
                "factor",
                factor,
                "unit",
                "%",
                "decimals",
                2);
    }

    private static Map<String, Object> regime() {
        return Map.of(
                "form",
                "F",
                "frequency",
                "QUARTERLY",
                "kinds",
                List.of("DEPARTMENT"),
                "filingDays",
                6,
                "since",
                "2021-06-15");
    }

    private static String defined(String factor) {
        return "{\"code\":\"SHARE\",\"province\":\"" + own.code()
                + "\",\"name\":\"x\",\"form\":\"F\",\"numerator\":[{\"element\":\"N\",\"negative\":false}],"
                + "\"denominator\":[],\"factor\":\"" + factor + "\",\"unit\":\"%\",\"decimals\":2}";
    }

    private static ProducerRecord<byte[], byte[]> record(String province, String body) {
        var record = new ProducerRecord<>(
                "dondoc.definitions",
                (province + "/SHARE").getBytes(StandardCharsets.UTF_8),
                body.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "forged",
                        "ce_type", "vn.dondoc.indicator.defined.v1",
                        "ce_source", "/forged",
                        "ce_subject", province + "/SHARE",
                        "ce_time", "2021-07-01T00:00:00Z",
                        "ce_sequence", "7",
                        "ce_province", province,
                        "ce_correlationid", "forged")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** One agency that has not filed yet files; the answer is its code. */
    private static String file(Catalogue.Province province, String n, String d) {
        JsonNode open = obligations(province).getFirst();
        String agency = open.path("report").path("agency").asString();
        api.post(
                "officer." + agency,
                system.ports().reporting(),
                "/api/v1/reports",
                Map.of(
                        "form",
                        "F",
                        "period",
                        "2021-Q3",
                        "values",
                        Map.of("N", new java.math.BigDecimal(n), "D", new java.math.BigDecimal(d)),
                        "submit",
                        true));
        return agency;
    }

    private static List<JsonNode> obligations(Catalogue.Province province) {
        return api.all("lead." + province.code(), system.ports().reporting(), "/api/v1/obligations?form=F");
    }

    private static String takeIn(String number, String duties) {
        return api.post(
                        "clerk." + own.code(),
                        system.ports().document(),
                        DIRECTIVES + "/intake",
                        Map.of("sourceName", "a.txt", "text", paper(number, duties)))
                .path("id")
                .asString();
    }

    private static String paper(String number, String duties) {
        return "ỦY BAN NHÂN DÂN\nTỈNH X\n\nSố: " + number + "/UBND-NC\n" + "X, ngày 28 tháng 6 năm 2021\n\n"
                + "Kính gửi: Sở Nội vụ\n\nỦy ban nhân dân tỉnh yêu cầu:\n\n" + duties + "\n";
    }

    private static List<JsonNode> tasks(String directive) {
        return api.all("supervisor." + own.code(), system.ports().task(), "/api/v1/tasks?directive=" + directive);
    }

    private static Api.Answer request(String user, String method, int port, String path, String body) {
        return api.request(user, method, port, path, body, "application/json");
    }

    private static List<String> pointers(Api.Answer answer) {
        return answer.body().path("errors").findValuesAsString("pointer");
    }

    private static void row(String sent, Api.Answer answer) {
        TABLE.add(sent + " | " + answer.status() + " " + shortened(answer.body().toString()));
    }

    private static String shortened(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }
}
