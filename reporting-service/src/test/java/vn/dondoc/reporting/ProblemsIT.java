package vn.dondoc.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.access.Role;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** What is wrong with a request is said as a table: sent, and what comes back in both languages. */
class ProblemsIT {

    private static final String OFFICER = TestTokens.of(Role.OFFICER, "VN-P", "VN-P.snv");
    private static final String LEAD = TestTokens.of(Role.LEAD, "VN-P", "VN-P.vp");
    private static final Map<String, Object> ELEMENT = Map.of("code", "A", "name", "a", "unit", "hồ sơ");
    private static final Map<String, Object> FORM = Map.of("name", "Biểu", "elements", List.of(ELEMENT));

    private static ServiceUnderTest service;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                ReportingService.class, "reporting-service", Instant.parse("2021-08-03T01:00:00Z"));
        assertThat(service.put(LEAD, "/api/v1/forms/F1", FORM).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private record Sent(
            @Nullable String token,
            String method,
            String path,
            @Nullable Object body,
            Map<String, String> headers) {

        static Sent get(String path) {
            return new Sent(OFFICER, "GET", path, null, Map.of());
        }

        static Sent post(String path, Object body) {
            return new Sent(OFFICER, "POST", path, body, Map.of());
        }

        static Sent put(String path, Object body) {
            return new Sent(LEAD, "PUT", path, body, Map.of());
        }

        Sent without() {
            return new Sent(null, method, path, body, headers);
        }

        Sent with(String header, String value) {
            return new Sent(token, method, path, body, Map.of(header, value));
        }
    }

    private void row(Sent sent, int status, String code, String vietnamese, String english) {
        row(sent, status, code, null, vietnamese, english);
    }

    private void row(Sent sent, int status, String code, @Nullable String pointer, String vietnamese, String english) {
        ServiceUnderTest.Answer it =
                service.request(sent.token(), sent.method(), sent.path(), sent.body(), sent.headers());
        JsonNode problem = it.body();
        JsonNode error = problem.path("errors").path(0);
        JsonNode said = pointer == null ? problem : error;
        boolean right = it.status() == status
                && problem.path("code").asString("").equals(code)
                && problem.path("type").asString("").equals("urn:dondoc:problem:" + code)
                && problem.path("help").asString("").equals("/docs/problems#" + code)
                && it.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                && (pointer == null || error.path("pointer").asString("").equals(pointer))
                && said.path("detail").asString("").contains(vietnamese)
                && said.path("detailEn").asString("").contains(english);
        String line = sent.method() + " " + sent.path() + " -> " + it.status() + " " + problem;
        System.out.println((right ? "ok    " : "WRONG ") + line);
        if (!right) {
            wrong.add(line);
        }
    }

    @Test
    void whoeverIsUnknownIsToldHowToBeKnown() {
        row(Sent.get("/api/v1/obligations").without(), 401, "unauthenticated", "Thiếu mã truy cập", "Bearer <token>");
        row(Sent.get("/nothing").without(), 404, "not-found", "Không có đường dẫn /nothing", "no path /nothing");
        assertThat(wrong).isEmpty();
        assertThat(service.request(null, "GET", "/api/v1/obligations", null, Map.of())
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("Bearer"));
    }

    @Test
    void whatThePathDoesNotTake() {
        row(Sent.get("/api/v1/nothing"), 404, "not-found", "/api/v1/nothing", "see /docs");
        row(
                new Sent(OFFICER, "DELETE", "/api/v1/obligations", null, Map.of()),
                405,
                "method-not-allowed",
                "GET",
                "GET");
        row(Sent.get("/api/v1/obligations").with("Accept", "text/csv"), 406, "not-acceptable", "Accept", "json");
        row(
                Sent.post("/api/v1/reports", "x").with("Content-Type", "text/plain"),
                415,
                "unsupported-media-type",
                "text/plain",
                "application/json");
        row(Sent.post("/api/v1/reports", "x".repeat(23_000_000)), 413, "too-large", "22020096", "larger than 22020096");
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatNobodyReadsIsNamedWithWhatIsRead() {
        row(Sent.get("/api/v1/obligations?knownAt=1"), 400, "invalid", "knownAt", "agency, ", "known are");
        row(
                Sent.get("/api/v1/obligations?status=OWED&status=FILED"),
                400,
                "invalid",
                "status",
                "nhiều lần",
                "more than");
        row(Sent.get("/api/v1/obligations?status="), 400, "invalid", "status", "không có giá trị", "has no value");
        row(Sent.get("/api/v1/obligations?form=%FF"), 400, "invalid", "phần trăm", "percent-encoded");
        row(Sent.get("/nothing"), 404, "not-found", "/nothing", "/nothing");
        row(regime("frequency", 0), 400, "invalid", "/frequency", "MONTHLY", "MONTHLY");
        row(regime("since", 20260101), 400, "invalid", "/since", "2026-03-31", "2026-03-31");
        row(regime("filingDays", 3.9), 400, "invalid", "/filingDays", "số nguyên", "whole number");
        row(regime("filingDays", 99999999999L), 400, "invalid", "/filingDays", "số nguyên", "whole number");
        row(filing("submit", "true"), 400, "invalid", "/submit", "true hoặc false", "true or false");
        row(filing("form", 5), 400, "invalid", "/form", "chuỗi chữ", "a text");
        row(filing("values", Map.of("A", "7")), 400, "invalid", "/values/A", "viết một số", "write a number");
        List<Object> nothing = new ArrayList<>();
        nothing.add(null);
        row(
                Sent.put("/api/v1/forms/F2", Map.of("name", "Biểu", "elements", nothing)),
                400,
                "invalid",
                "/elements/0",
                "Thiếu",
                "missing");
        row(Sent.get("/api/v1/obligations/"), 404, "not-found", "/api/v1/obligations/;", "/api/v1/obligations/;");
        row(Sent.get("/api/v1/forms/F1?x=1"), 400, "invalid", "x", "không nhận tham số nào", "takes no parameters");
        row(
                Sent.post(
                        "/api/v1/reports",
                        Map.of("form", "F1", "period", "2021-Q3", "values", Map.of(), "sumbit", true)),
                400,
                "invalid",
                "/sumbit",
                "explanations, form, nil, period, reason, submit, texts, values",
                "no such member");
        row(
                Sent.post("/api/v1/reports", "{\"form\":\"F1\",\"period\":\"2021-Q3\",\"values\":{\"A\":1,\n\"A\":2}}"),
                400,
                "invalid",
                "/values",
                "hai lần",
                "stands twice");
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatWouldBeRightInThePlaceOfWhatIsWrong() {
        row(Sent.get("/api/v1/obligations?limit=0"), 400, "invalid", "limit", "từ 1 đến 200", "from 1 to 200");
        row(Sent.get("/api/v1/obligations?limit=ten"), 400, "invalid", "limit", "từ 1 đến 200", "from 1 to 200");
        row(Sent.get("/api/v1/obligations?cursor=%C3%A9"), 400, "invalid", "cursor", "next", "next");
        row(Sent.post("/api/v1/reports", "{\"form\": "), 400, "invalid", "", "không phải JSON", "not valid JSON");
        row(Sent.post("/api/v1/reports", ""), 400, "invalid", "", "Thiếu nội dung", "body is missing");
        row(Sent.post("/api/v1/reports", "[]"), 400, "invalid", "", "đối tượng", "an object");
        row(filing("period", "quý 3"), 400, "invalid", "/period", "2021-Q3", "2021-Q3");
        row(filing("form", ""), 400, "invalid", "/form", "Thiếu giá trị", "missing");
        row(filing("values", "A=1"), 400, "invalid", "/values", "đối tượng", "an object");
        row(filing("values", Map.of("A", "ba")), 400, "invalid", "/values/A", "viết một số", "write a number");
        row(
                filing("values", Map.of("A", new BigDecimal("1e30"))),
                400,
                "invalid",
                "/values/A",
                "20 chữ số",
                "20 digits");
        row(filing("submit", "perhaps"), 400, "invalid", "/submit", "true hoặc false", "true or false");
        row(Sent.put("/api/v1/forms/bi%E1%BB%83u", FORM), 400, "invalid", "code", "chữ hoa", "capitals");
        row(
                Sent.put("/api/v1/forms/F2", Map.of("name", "Biểu", "elements", List.of())),
                400,
                "invalid",
                "/elements",
                "ít nhất một",
                "at least one");
        row(
                Sent.put("/api/v1/forms/F2", Map.of("name", "Biểu", "elements", List.of(element("a b")))),
                400,
                "invalid",
                "/elements/0/code",
                "Mã số liệu",
                "code of a data element");
        row(regime("frequency", "WEEKLY"), 400, "invalid", "/frequency", "MONTHLY, QUARTERLY", "use one of MONTHLY");
        row(regime("since", "1/1/2021"), 400, "invalid", "/since", "2026-03-31", "year-month-day");
        row(regime("filingDays", 61), 400, "invalid", "/filingDays", "không quá 60", "up to 60");
        row(regime("filingDays", -1), 400, "invalid", "/filingDays", "từ 0 trở lên", "from 0 up");
        row(regime("filingDays", "mười"), 400, "invalid", "/filingDays", "số nguyên", "whole number");
        row(regime("form", "F9"), 400, "invalid", "/form", "Không có biểu mẫu F9", "No form F9");
        assertThat(wrong).isEmpty();
    }

    @Test
    void anIdThatNobodySawIsNeverTheAnswer() {
        row(
                filing("period", "2019-Q1"),
                404,
                "not-found",
                "VN-P.snv không nợ báo cáo theo biểu mẫu F1 cho kỳ 2019-Q1",
                "VN-P.snv owes no report on form F1 for the period 2019-Q1");
        assertThat(wrong).isEmpty();
    }

    @Test
    void anAddressThatIsNotEncodedIsAProblemToo() throws IOException {
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/obligations?q=cải HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("mã hóa phần trăm")
                    .contains("percent-encoded");
        }
    }

    private static Map<String, Object> element(String code) {
        return Map.of("code", code, "name", "a", "unit", "hồ sơ");
    }

    private static Sent filing(String member, Object value) {
        Map<String, Object> body =
                new LinkedHashMap<>(Map.of("form", "F1", "period", "2021-Q3", "values", Map.of("A", 1)));
        body.put(member, value);
        return Sent.post("/api/v1/reports", body);
    }

    private static Sent regime(String member, Object value) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "form",
                "F1",
                "frequency",
                "QUARTERLY",
                "kinds",
                List.of("DEPARTMENT"),
                "filingDays",
                10,
                "since",
                "2021-01-01"));
        body.put(member, value);
        return Sent.put("/api/v1/regimes/R1", body);
    }
}
