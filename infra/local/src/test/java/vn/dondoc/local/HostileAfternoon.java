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
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.local.story.Api;

/** A started system with two provinces, a form that both report by, and a table of what was sent and what came back. */
abstract class HostileAfternoon {

    static final String DIRECTIVES = "/api/v1/directives";

    @TempDir
    static Path folder;

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final List<String> TABLE = new ArrayList<>();

    static LocalSystem system;
    static Api api;
    static StoryClock clock;
    static Catalogue.Province own;
    static Catalogue.Province other;

    @BeforeAll
    static void start() {
        clock = new StoryClock(Instant.parse("2021-07-01T02:00:00Z"));
        TABLE.clear();
        startAgain();
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

    /** On what is in the folder. */
    static void startAgain() {
        system = LocalSystem.start(FreePorts.take(), folder, clock);
        api = new Api(system.ports(), system.secret());
    }

    @AfterAll
    static void stop() {
        System.out.println("hostile: row | sent | came back");
        TABLE.stream().sorted().forEach(it -> System.out.println("hostile: " + it));
        system.close();
    }

    static int status(int port, String token) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tasks"))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    static String token(Consumer<JWTClaimsSet.Builder> change) throws Exception {
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

    static Map<String, Object> element(String code) {
        return Map.of("code", code, "name", code, "unit", "hồ sơ");
    }

    static Map<String, Object> share(int factor) {
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

    static Map<String, Object> regime() {
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

    static String defined(String factor) {
        return "{\"code\":\"SHARE\",\"province\":\"" + own.code()
                + "\",\"name\":\"x\",\"form\":\"F\",\"numerator\":[{\"element\":\"N\",\"negative\":false}],"
                + "\"denominator\":[],\"factor\":\"" + factor + "\",\"unit\":\"%\",\"decimals\":2}";
    }

    static ProducerRecord<byte[], byte[]> record(String province, String body) {
        return record("dondoc.definitions", province, province + "/SHARE", "vn.dondoc.indicator.defined.v1", 7, body);
    }

    static ProducerRecord<byte[], byte[]> record(
            String topic, String province, String key, String type, int sequence, String body) {
        var record = new ProducerRecord<>(
                topic, key.getBytes(StandardCharsets.UTF_8), body.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        "forged-" + sequence,
                        "ce_type",
                        type,
                        "ce_source",
                        "/forged",
                        "ce_subject",
                        key,
                        "ce_time",
                        "2021-07-01T00:00:00Z",
                        "ce_sequence",
                        String.valueOf(sequence),
                        "ce_province",
                        province,
                        "ce_correlationid",
                        "forged")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** One agency that has not filed yet files; the answer is its code. */
    static String file(Catalogue.Province province, String n, String d) {
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

    static List<JsonNode> obligations(Catalogue.Province province) {
        return api.all("lead." + province.code(), system.ports().reporting(), "/api/v1/obligations?form=F&status=OWED");
    }

    static String takeIn(String number, String duties) {
        return api.post(
                        "clerk." + own.code(),
                        system.ports().document(),
                        DIRECTIVES + "/intake",
                        Map.of("sourceName", "a.txt", "text", paper(number, duties)))
                .path("id")
                .asString();
    }

    static String paper(String number, String duties) {
        return "ỦY BAN NHÂN DÂN\nTỈNH X\n\nSố: " + number + "/UBND-NC\n" + "X, ngày 28 tháng 6 năm 2021\n\n"
                + "Kính gửi: Sở Nội vụ\n\nỦy ban nhân dân tỉnh yêu cầu:\n\n" + duties + "\n";
    }

    static List<JsonNode> tasks(String directive) {
        return api.all("supervisor." + own.code(), system.ports().task(), "/api/v1/tasks?directive=" + directive);
    }

    static Api.Answer request(String user, String method, int port, String path, String body) {
        return api.request(user, method, port, path, body, "application/json");
    }

    static List<String> pointers(Api.Answer answer) {
        return answer.body().path("errors").findValuesAsString("pointer");
    }

    /** @param row of the afternoon that this goes back to */
    static void row(int row, String sent, Api.Answer answer) {
        row(row, sent, answer.status() + " " + shortened(answer.body().toString()));
    }

    static void row(int row, String sent, String cameBack) {
        TABLE.add("%2d | %s | %s".formatted(row, sent, cameBack));
    }

    static String shortened(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }
}
