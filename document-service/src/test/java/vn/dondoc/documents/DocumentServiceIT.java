package vn.dondoc.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.dondoc.access.Role.ADMIN;
import static vn.dondoc.access.Role.AUDITOR;
import static vn.dondoc.access.Role.CLERK;
import static vn.dondoc.testkit.Eventually.eventually;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.access.Role;
import vn.dondoc.testkit.AccessMatrix;
import vn.dondoc.testkit.AccessMatrix.Foreign;
import vn.dondoc.testkit.CheckedInOpenApi;
import vn.dondoc.testkit.ListRules;
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
                CLERK_A,
                "PATCH",
                "/api/v1/directives/" + id,
                Map.of("number", "9/UBND-NC", "issueDate", "2021-08-02"),
                Map.of("If-Match", etag));
        assertThat(completed.status()).isEqualTo(200);
        var stale = service.request(
                CLERK_A, "PATCH", "/api/v1/directives/" + id, Map.of("number", "8/UBND-NC"), Map.of("If-Match", etag));
        assertThat(stale.status()).isEqualTo(412);

        assertThat(service.get(CLERK_A, "/api/v1/directives/" + id + "/preview")
                        .body()
                        .path("toBeChecked"))
                .as("what was filled in is missing no longer")
                .isEmpty();
        var issued = service.post(CLERK_A, "/api/v1/directives/" + id + "/issue", Map.of());
        assertThat(issued.status()).isEqualTo(200);
        var directive = service.get(CLERK_A, "/api/v1/directives/" + id).body();
        assertThat(directive.path("status").asString()).isEqualTo("ISSUED");
        assertThat(directive.path("reading").path("head").path("number").asString())
                .isEqualTo("9/UBND-NC");
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
    void namesEveryWrongCellOfAnImportAndTakesParentsFromTheCatalogue() {
        String header = "code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo\n";
        String admin = TestTokens.of(ADMIN, "VN-J", "VN-J.ubnd");
        Map<String, String> type = Map.of("Content-Type", "text/csv;charset=UTF-8");
        String root = header + "VN-J.ubnd;UBND tỉnh J;PROVINCE_COMMITTEE;;;;;2004-01-01;\n";
        assertThat(service.request(admin, "POST", "/api/v1/agencies/import", root, type)
                        .status())
                .isEqualTo(200);
        String wrong =
                header + "VN-J.a;Sở A;DEPARTMENT;VN-J.ubnd;;;;2004-01-01;\nVN-J.b;Sở B;NO;VN-J.x;;;;2004-02-30;\n";
        var refused = service.request(admin, "POST", "/api/v1/agencies/import", wrong, type);
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/3/kind", "/3/validFrom", "/3/parent");
        assertThat(service.get(admin, "/api/v1/agencies/VN-J.a").status()).isEqualTo(404);
    }

    @Test
    void findsAnAgencyByAnyOfItsCodesAndByAPhraseOnADay() {
        String admin = TestTokens.of(ADMIN, "VN-C", "VN-C.ubnd");
        var codes = List.of(
                Map.of("scheme", "QD20_2020", "value", "H41", "validFrom", "2020-07-22"),
                Map.of(
                        "scheme",
                        "TT10_2016",
                        "value",
                        "000.00.00.H41",
                        "validFrom",
                        "2016-04-01",
                        "validTo",
                        "2025-06-30"));
        var body = Map.of(
                "name",
                "Sở Nội vụ",
                "kind",
                "DEPARTMENT",
                "codes",
                codes,
                "validFrom",
                "2004-01-01",
                "validTo",
                "2026-12-31");
        assertThat(service.put(admin, "/api/v1/agencies/VN-C.snv", body).status())
                .isEqualTo(200);
        assertThat(found(admin, "code=H41&on=2021-01-01")).containsExactly("VN-C.snv");
        assertThat(found(admin, "code=000.00.00.H41&on=2021-01-01")).containsExactly("VN-C.snv");
        assertThat(found(admin, "code=000.00.00.H41&on=2025-07-01")).isEmpty();
        assertThat(found(admin, "code=H41&on=2020-07-21")).isEmpty();
        assertThat(found(admin, "code=VN-C.snv")).containsExactly("VN-C.snv");
        assertThat(found(TestTokens.of(ADMIN, "VN-B", "VN-B.ubnd"), "code=H41&on=2021-01-01"))
                .isEmpty();
        String group = "group=" + URLEncoder.encode("các sở, ban, ngành", StandardCharsets.UTF_8);
        assertThat(found(admin, group + "&on=2026-12-31")).containsExactly("VN-C.snv");
        assertThat(found(admin, group + "&on=2027-01-01")).isEmpty();
        var wrong = Map.of(
                "name",
                "Sở X",
                "kind",
                "DEPARTMENT",
                "codes",
                List.of(Map.of("scheme", "QD20_2020", "value", "h 41", "validFrom", "2020-07-22")),
                "validFrom",
                "2004-01-01");
        assertThat(service.put(admin, "/api/v1/agencies/VN-C.x", wrong).status())
                .isEqualTo(400);
    }

    @Test
    void agenciesGiveWayToOthersAndAreFollowedThroughEveryReorganisation() {
        String admin = TestTokens.of(ADMIN, "VN-S", "VN-S.ubnd");
        String neighbour = TestTokens.of(ADMIN, "VN-T", "VN-T.ubnd");
        agency(admin, "VN-S.tnmt", "2004-01-01");
        agency(admin, "VN-S.nnptnt", "2004-01-01");
        agency(admin, "VN-S.nnmt", "2025-03-01");
        agency(neighbour, "VN-T.nnmt", "2025-07-01");

        var merger = succession(List.of("VN-S.tnmt", "VN-S.nnptnt"), List.of("VN-S.nnmt"), "2025-03-01");
        var first = service.post(admin, "/api/v1/agencies/successions", merger);
        assertThat(first.status()).isEqualTo(200);
        var closed = service.get(admin, "/api/v1/agencies/VN-S.tnmt");
        assertThat(closed.body().path("validTo").asString()).isEqualTo("2025-02-28");
        var again = service.post(admin, "/api/v1/agencies/successions", merger);
        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(service.get(admin, "/api/v1/agencies/VN-S.tnmt").headers().firstValue("ETag"))
                .isEqualTo(closed.headers().firstValue("ETag"));

        var abroad = succession(List.of("VN-S.nnmt"), List.of("VN-T.nnmt"), "2025-07-01");
        assertThat(service.post(admin, "/api/v1/agencies/successions", abroad).status())
                .isEqualTo(200);
        assertThat(successors(admin, "VN-S.tnmt", "2025-02-28")).isEmpty();
        assertThat(successors(admin, "VN-S.tnmt", "2025-06-30")).containsExactly("VN-S.nnmt");
        assertThat(successors(admin, "VN-S.tnmt", "2025-07-01")).containsExactly("VN-T.nnmt");
        assertThat(successors(neighbour, "VN-T.nnmt", "2025-07-01")).isEmpty();
    }

    @Test
    void nobodyEndsAnAgencyOfAnotherProvince() {
        String admin = TestTokens.of(ADMIN, "VN-U", "VN-U.ubnd");
        String stranger = TestTokens.of(ADMIN, "VN-V", "VN-V.ubnd");
        agency(admin, "VN-U.a", "2004-01-01");
        agency(admin, "VN-U.late", "2026-01-01");
        agency(stranger, "VN-V.a", "2004-01-01");

        var theft = succession(List.of("VN-U.a"), List.of("VN-V.a"), "2025-07-01");
        assertThat(service.post(stranger, "/api/v1/agencies/successions", theft).status())
                .isEqualTo(400);
        var mixed = succession(List.of("VN-V.a", "VN-U.a"), List.of("VN-U.late"), "2026-01-01");
        var refused = service.post(stranger, "/api/v1/agencies/successions", mixed);
        assertThat(refused.body().path("errors").findValuesAsString("pointer")).containsExactly("/from");
        assertThat(service.get(admin, "/api/v1/agencies/VN-U.a").body().has("validTo"))
                .isFalse();
        assertThat(service.get(stranger, "/api/v1/agencies/VN-V.a").body().has("validTo"))
                .isFalse();

        var unknown = succession(List.of("VN-U.no"), List.of("VN-U.nor"), "2025-07-01");
        assertThat(service.post(admin, "/api/v1/agencies/successions", unknown)
                        .body()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/from", "/to");
        var both = succession(List.of("VN-U.a"), List.of("VN-U.a"), "2025-07-01");
        assertThat(service.post(admin, "/api/v1/agencies/successions", both).status())
                .isEqualTo(400);
        var tooEarly = succession(List.of("VN-U.a"), List.of("VN-U.late"), "2025-07-01");
        var rejected = service.post(admin, "/api/v1/agencies/successions", tooEarly);
        assertThat(rejected.status()).isEqualTo(422);
        assertThat(rejected.body().path("code").asString()).isEqualTo("not-there-to-take-over");
    }

    @Test
    void listsTheProvincesOfADay() {
        var before = service.get(CLERK_A, "/api/v1/provinces?on=2025-06-30").body();
        assertThat(before.path("items")).hasSize(63);
        assertThat(service.get(CLERK_A, "/api/v1/provinces?on=2025-07-01")
                        .body()
                        .path("items"))
                .hasSize(34);
        assertThat(service.get(CLERK_A, "/api/v1/provinces").body().path("on").asString())
                .isEqualTo(service.clock().instant().toString().substring(0, 10));
    }

    private static void agency(String admin, String code, String validFrom) {
        var body = Map.of("name", "Sở " + code, "kind", "DEPARTMENT", "validFrom", validFrom);
        assertThat(service.put(admin, "/api/v1/agencies/" + code, body).status())
                .isEqualTo(200);
    }

    private static Map<String, Object> succession(List<String> from, List<String> to, String on) {
        return Map.of("from", from, "to", to, "on", on, "note", "thử");
    }

    private static List<String> found(String token, String query) {
        return service.get(token, "/api/v1/agencies?" + query)
                .body()
                .path("items")
                .findValuesAsString("code");
    }

    private static List<String> successors(String token, String code, String on) {
        return service.get(token, "/api/v1/agencies/" + code + "/successors?on=" + on)
                .body()
                .path("successors")
                .findValuesAsString("code");
    }

    @Test
    void whoDidAndSawWhatIsKeptForTheAuditorsOfTheProvince() {
        String clerk = TestTokens.of(CLERK, "VN-Q", "VN-Q.ubnd");
        String admin = TestTokens.of(ADMIN, "VN-Q", "VN-Q.ubnd");
        assertThat(service.put(admin, "/api/v1/agencies/VN-Q.snv", AGENCY).status())
                .isEqualTo(200);
        assertThat(service.get(clerk, "/api/v1/agencies/VN-Q.snv").status()).isEqualTo(200);
        assertThat(service.put(clerk, "/api/v1/agencies/VN-Q.snv", AGENCY).status())
                .isEqualTo(403);
        assertThat(service.get(ADMIN_A, "/api/v1/agencies/VN-Q.snv").status()).isEqualTo(404);
        assertThat(service.get(null, "/api/v1/agencies/VN-Q.snv").status()).isEqualTo(401);

        String list = ListRules.AUDIT + "?sort=n&thing=agencies/VN-Q.snv";
        String auditor = TestTokens.of(AUDITOR, "VN-Q", "VN-Q.ubnd");
        eventually(() -> assertThat(service.get(auditor, list).body().path("items"))
                .extracting(it -> it.path("record"))
                .extracting(
                        it -> it.path("kind").asString(),
                        it -> it.path("by").asString(),
                        it -> it.path("operation").asString(),
                        it -> it.path("status").asInt(0))
                .containsExactlyInAnyOrder(
                        tuple("CHANGED", admin, "PUT /api/v1/agencies/VN-Q.snv", 0),
                        tuple("SEEN", clerk, "GET /api/v1/agencies/VN-Q.snv", 200),
                        tuple("REFUSED", clerk, "PUT /api/v1/agencies/VN-Q.snv", 403)));
        JsonNode changes = service.get(auditor, list)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("record").path("changes"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        assertThat(changes.path("name").path("after").asString()).isEqualTo("Sở Nội vụ");
        assertThat(changes.path("name").has("before")).isFalse();

        String elsewhere = TestTokens.of(AUDITOR, "VN-A", "VN-A.ubnd");
        eventually(() -> assertThat(service.get(elsewhere, list).body().path("items"))
                .as("in the other province stands who tried, and nothing else")
                .extracting(it -> it.path("record").path("kind").asString())
                .containsExactly("REFUSED"));
    }

    private static int total(String token, String list) {
        return service.get(token, list + "&limit=1&count=true")
                .body()
                .path("total")
                .asInt();
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
        for (int n = 1; n < 4; n++) {
            var gaveWay = succession(List.of("VN-P.a" + n), List.of("VN-P.a0"), "2025-07-0" + n);
            assertThat(service.post(admin, "/api/v1/agencies/successions", gaveWay)
                            .status())
                    .isEqualTo(200);
            var draft = intake("d" + n + ".txt", TEXT.replace("15/9/2021", "1" + n + "/9/2021"));
            assertThat(service.post(TestTokens.of(CLERK, "VN-P", "VN-P.ubnd"), "/api/v1/directives/intake", draft)
                            .status())
                    .isEqualTo(201);
        }
        assertThat(ListRules.violations(service, admin, Map.of())).isEmpty();
        String auditor = TestTokens.of(AUDITOR, "VN-P", "VN-P.ubnd");
        String ofAdmin = ListRules.AUDIT + "?by=" + admin;
        eventually(() -> {
            int before = total(auditor, ofAdmin);
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            assertThat(before).isPositive().isEqualTo(total(auditor, ofAdmin));
        });
        assertThat(ListRules.violations(service, auditor, ListRules.AUDIT, ofAdmin))
                .isEmpty();
    }

    @Test
    void letsNobodyThroughWhoMayNotCome() {
        String text = TEXT + "   ";
        String id = service.request(
                        CLERK_A,
                        "POST",
                        "/api/v1/directives/intake?name=m.txt",
                        text,
                        Map.of("Content-Type", "application/octet-stream"))
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
                .row(
                        "GET",
                        "/api/v1/agencies/successions",
                        "/api/v1/agencies/successions",
                        EVERYBODY,
                        null,
                        Foreign.EMPTY)
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
                        "/api/v1/directives/{id}/corrections",
                        directive + "/corrections",
                        EnumSet.of(CLERK),
                        Map.of("duties", List.of(Map.of("path", "9", "text", "rà soát"))),
                        Map.of("If-Match", "\"2\""),
                        Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/directives/{id}/corrections",
                        directive + "/corrections",
                        EnumSet.of(CLERK, AUDITOR),
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/directives/{id}/reading",
                        directive + "/reading",
                        EnumSet.of(CLERK, AUDITOR),
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/directives/{id}/issue",
                        directive + "/issue",
                        EnumSet.of(CLERK),
                        Map.of(),
                        Foreign.NOT_FOUND)
                .row("GET", "/api/v1/directives/{id}/file", directive + "/file", EVERYBODY, null, Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/directives/{id}/lineage",
                        directive + "/lineage",
                        EVERYBODY,
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/directives/{id}/edxml",
                        directive + "/edxml?from=H41&to=H41.05",
                        EnumSet.of(CLERK),
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/directives/{id}/edxml-status",
                        directive + "/edxml-status?status=03&from=H41.05&sender=H41",
                        EnumSet.of(CLERK),
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/directives/{id}/preview",
                        directive + "/preview",
                        EnumSet.of(CLERK),
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/directives/{id}/proposals",
                        directive + "/proposals",
                        EnumSet.of(CLERK, AUDITOR),
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/directives/{id}/check",
                        directive + "/check",
                        EnumSet.of(CLERK),
                        Map.of(),
                        Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/directives/{id}/amendments",
                        directive + "/amendments",
                        EnumSet.of(CLERK),
                        Map.of("reason", "x", "changes", List.of(Map.of("path", "1", "dueOn", "2021-12-31"))),
                        Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/directives/{id}/revocation",
                        directive + "/revocation",
                        EnumSet.of(CLERK),
                        Map.of("reason", "x"),
                        Foreign.NOT_FOUND)
                .row("DELETE", "/api/v1/directives/{id}", directive, EnumSet.of(CLERK), null, Foreign.NOT_FOUND)
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
                        "GET",
                        "/api/v1/agencies/{code}/successors",
                        "/api/v1/agencies/VN-A.snv/successors",
                        EVERYBODY,
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/agencies/successions",
                        "/api/v1/agencies/successions",
                        EnumSet.of(ADMIN),
                        Map.of("from", List.of("VN-A.none"), "to", List.of("VN-A.snv"), "on", "2025-07-01"),
                        Foreign.OWN_ONLY)
                .row("GET", "/api/v1/provinces", "/api/v1/provinces", EVERYBODY, null, Foreign.EMPTY)
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
