package vn.dondoc.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.ADMIN;
import static vn.dondoc.access.Role.CLERK;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.access.Role;
import vn.dondoc.testkit.AccessMatrix;
import vn.dondoc.testkit.AccessMatrix.Foreign;
import vn.dondoc.testkit.CheckedInOpenApi;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

class DocumentServiceIT {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final String CLERK_A = TestTokens.of(CLERK, "VN-A", "VN-A.ubnd");
    private static final String ADMIN_A = TestTokens.of(ADMIN, "VN-A", "VN-A.ubnd");
    private static final Map<String, Object> AGENCY =
            Map.of("name", "Sở Nội vụ", "kind", "DEPARTMENT", "validFrom", "2004-01-01");
    private static final String TEXT = """
            Kính gửi:
            - Các sở, ban, ngành cấp tỉnh.

            UBND tỉnh Lào Cai yêu cầu các đơn vị:
            1. Rà soát thủ tục hành chính, hoàn thành trước ngày 15/9/2021.

            TM. ỦY BAN NHÂN DÂN
            """;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                DocumentService.class, "document-service", Instant.parse("2021-08-03T01:00:00Z"));
        assertThat(service.put(ADMIN_A, "/api/v1/agencies/VN-A.snv", AGENCY).status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void readsChecksAndIssuesADirective() {
        var drafted = service.post(CLERK_A, "/api/v1/directives/intake", intake("a.txt", TEXT));
        assertThat(drafted.status()).isEqualTo(201);
        String id = drafted.body().path("id").asString();
        assertThat(drafted.headers().firstValue("Location")).contains("/api/v1/directives/" + id);
        var draft = service.get(CLERK_A, "/api/v1/directives/" + id);
        assertThat(draft.body().path("status").asString()).isEqualTo("DRAFT");
        String etag = draft.headers().firstValue("ETag").orElseThrow();

        var completed = service.request(
                CLERK_A, "PATCH", "/api/v1/directives/" + id, Map.of("number", "9/UBND-NC"), Map.of("If-Match", etag));
        assertThat(completed.status()).isEqualTo(200);
        var stale = service.request(
                CLERK_A, "PATCH", "/api/v1/directives/" + id, Map.of("number", "8/UBND-NC"), Map.of("If-Match", etag));
        assertThat(stale.status()).isEqualTo(412);

        var issued = service.post(CLERK_A, "/api/v1/directives/" + id + "/issue", Map.of());
        assertThat(issued.status()).isEqualTo(200);
        var directive = service.get(CLERK_A, "/api/v1/directives/" + id).body();
        assertThat(directive.path("status").asString()).isEqualTo("ISSUED");
        assertThat(directive.path("reading").path("number").asString()).isEqualTo("9/UBND-NC");
        assertThat(directive.path("groups").path(0).path("agencies").path(0).asString())
                .isEqualTo("VN-A.snv");
        assertThat(service.request(CLERK_A, "GET", "/api/v1/directives?number=9/UBND-NC", null, Map.of())
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aRetryOfTheSameRequestGetsTheFirstAnswer() {
        Map<String, String> key = Map.of("Idempotency-Key", "retry-1");
        var first = service.request(CLERK_A, "POST", "/api/v1/directives/intake", intake("b.txt", TEXT + " "), key);
        service.clock().advance(java.time.Duration.ofMinutes(5));
        var second = service.request(CLERK_A, "POST", "/api/v1/directives/intake", intake("b.txt", TEXT + " "), key);
        assertThat(second.body()).isEqualTo(first.body());
        var other = service.request(CLERK_A, "PUT", "/api/v1/agencies/VN-A.stc", AGENCY, key);
        assertThat(other.status()).as("another resource, and a clerk may not").isEqualTo(403);
    }

    @Test
    void theSameTextTakenInAgainFindsTheFirst() {
        var first = service.post(CLERK_A, "/api/v1/directives/intake", intake("c.txt", TEXT + "  "));
        var second = service.post(CLERK_A, "/api/v1/directives/intake", intake("c-again.txt", TEXT + "  "));
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
    }

    @Test
    void saysWhichFieldIsWrongInBothLanguagesAndChangesNothing() {
        var wrong = service.post(CLERK_A, "/api/v1/directives/intake", Map.of("sourceName", "", "text", TEXT));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("Content-Type").orElseThrow()).contains("application/problem+json");
        assertThat(wrong.body().path("code").asString()).isEqualTo("invalid");
        assertThat(wrong.body().path("detail").asString()).contains("Dữ liệu");
        assertThat(wrong.body().path("detailEn").asString()).contains("malformed");
        assertThat(wrong.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/sourceName");

        var unknown = service.post(
                CLERK_A, "/api/v1/directives/intake", Map.of("sourceName", "x", "text", TEXT, "province", "VN-B"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/province");

        var broken = service.post(CLERK_A, "/api/v1/directives/intake", "{");
        assertThat(broken.status()).isEqualTo(400);
        var operator = service.request(CLERK_A, "GET", "/api/v1/directives?limit=9999", null, Map.of());
        assertThat(operator.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("limit");
        var nothing = service.get(CLERK_A, "/api/v1/nothing-here");
        assertThat(nothing.status()).isEqualTo(404);
    }

    @Test
    void refusesToIssueATextWithNothingToFollow() {
        String id = service.post(CLERK_A, "/api/v1/directives/intake", intake("d.txt", "Không có gì."))
                .body()
                .path("id")
                .asString();
        var refused = service.post(CLERK_A, "/api/v1/directives/" + id + "/issue", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("nothing-to-follow");
    }

    @Test
    void importsAllRowsOrNone() {
        String csv =
                "code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo\nVN-I.a;Sở A;DEPARTMENT;;;;;2004-01-01;\n";
        String admin = TestTokens.of(ADMIN, "VN-I", "VN-I.ubnd");
        Map<String, String> type = Map.of("Content-Type", "text/csv;charset=UTF-8");
        var wrong = service.request(
                admin, "POST", "/api/v1/agencies/import", csv + "VN-I.b;Sở B;NO;;;;;2004-01-01;\n", type);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(service.get(admin, "/api/v1/agencies").body().path("items")).isEmpty();
        assertThat(service.request(admin, "POST", "/api/v1/agencies/import", csv, type)
                        .status())
                .isEqualTo(200);
        assertThat(service.get(admin, "/api/v1/agencies").body().path("items")).hasSize(1);
    }

    @Test
    void pagesWithoutLosingOrRepeatingAnything() {
        String admin = TestTokens.of(ADMIN, "VN-P", "VN-P.ubnd");
        for (int n = 0; n < 5; n++) {
            assertThat(service.put(admin, "/api/v1/agencies/VN-P.a" + n, AGENCY).status())
                    .isEqualTo(200);
        }
        StringBuilder codes = new StringBuilder();
        String cursor = "";
        while (cursor != null) {
            var page = service.get(admin, "/api/v1/agencies?limit=2" + cursor).body();
            page.path("items")
                    .forEach(it -> codes.append(it.path("code").asString()).append(' '));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : null;
        }
        assertThat(codes.toString()).isEqualTo("VN-P.a0 VN-P.a1 VN-P.a2 VN-P.a3 VN-P.a4 ");
    }

    @Test
    void letsNobodyThroughWhoMayNotCome() {
        String text = TEXT + "   ";
        String id = service.post(CLERK_A, "/api/v1/directives/intake", intake("m.txt", text))
                .body()
                .path("id")
                .asString();
        String directive = "/api/v1/directives/" + id;
        String csv = "code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo\n";
        List<String> violations = new AccessMatrix(service, "VN-A", "VN-A.snv", "VN-B", "VN-B.snv")
                .row(
                        "POST",
                        "/api/v1/directives/intake",
                        "/api/v1/directives/intake",
                        EnumSet.of(CLERK),
                        intake("m2.txt", text),
                        Foreign.OWN_ONLY)
                .row("GET", "/api/v1/directives", "/api/v1/directives", EVERYBODY, null, Foreign.EMPTY)
                .row("GET", "/api/v1/directives/{id}", directive, EVERYBODY, null, Foreign.NOT_FOUND)
                .row("GET", "/api/v1/directives/{id}/text", directive + "/text", EVERYBODY, null, Foreign.NOT_FOUND)
                .row(
                        "PATCH",
                        "/api/v1/directives/{id}",
                        directive,
                        EnumSet.of(CLERK),
                        Map.of("subject", "x"),
                        Map.of("If-Match", "\"1\""),
                        Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/directives/{id}/issue",
                        directive + "/issue",
                        EnumSet.of(CLERK),
                        Map.of(),
                        Foreign.NOT_FOUND)
                .row("GET", "/api/v1/agencies", "/api/v1/agencies", EVERYBODY, null, Foreign.EMPTY)
                .row("GET", "/api/v1/agencies/{code}", "/api/v1/agencies/VN-A.snv", EVERYBODY, null, Foreign.NOT_FOUND)
                .row(
                        "PUT",
                        "/api/v1/agencies/{code}",
                        "/api/v1/agencies/VN-A.snv",
                        EnumSet.of(ADMIN),
                        AGENCY,
                        Foreign.OWN_ONLY)
                .row(
                        "POST",
                        "/api/v1/agencies/import",
                        "/api/v1/agencies/import",
                        EnumSet.of(ADMIN),
                        csv,
                        Map.of("Content-Type", "text/csv;charset=UTF-8"),
                        Foreign.OWN_ONLY)
                .violations();
        assertThat(violations).isEmpty();
        var stranger = service.put(TestTokens.of(ADMIN, "VN-B", "VN-B.ubnd"), "/api/v1/agencies/VN-A.snv", AGENCY);
        assertThat(stranger.status()).as("another province's agency").isEqualTo(400);
    }

    @Test
    void theOpenApiDocumentIsUpToDate() {
        CheckedInOpenApi.compare(service, "document-service");
    }

    private static Map<String, Object> intake(String name, String text) {
        return Map.of("sourceName", name, "text", text);
    }
}
