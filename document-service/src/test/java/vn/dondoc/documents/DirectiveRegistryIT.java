package vn.dondoc.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.ADMIN;
import static vn.dondoc.access.Role.CLERK;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** The registry: one entry per document, what cites what, and the end of a directive's force. */
class DirectiveRegistryIT {

    private static final String DIRECTIVES = "/api/v1/directives";

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                DocumentService.class, "document-service", Instant.parse("2023-08-03T01:00:00Z"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String clerk(String province) {
        return TestTokens.of(CLERK, province, province + ".ubnd");
    }

    private static String letter(String number, String day, String body) {
        return """
                ỦY BAN NHÂN DÂN
                TỈNH LÀO CAI

                Số: %s

                Lào Cai, ngày %s

                Kính gửi: Các sở, ban, ngành cấp tỉnh.

                %s

                1. Rà soát quy trình nội bộ, hoàn thành trước ngày 15/9/2023.
                2. Công khai kết quả chuyển đổi số trên trang thông tin điện tử.

                Nơi nhận:
                - Như trên;

                CHỦ TỊCH

                Trần Văn Mẫu
                """.formatted(number, day, body);
    }

    private static String takeIn(String clerk, String text) {
        var answer = service.post(clerk, DIRECTIVES + "/intake", Map.of("sourceName", "x.txt", "text", text));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private static void register(String province, String code, String kind) {
        String admin = TestTokens.of(ADMIN, province, null);
        var agency = Map.of("name", "Cơ quan " + code, "kind", kind, "validFrom", "2004-01-01");
        assertThat(service.put(admin, "/api/v1/agencies/" + province + "." + code, agency)
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode directive(String clerk, String id) {
        return service.get(clerk, DIRECTIVES + "/" + id).body();
    }

    @Test
    void theSameDocumentUnderAnotherTextFindsTheFirst() {
        String clerk = clerk("VN-A");
        String text = letter("118/UBND-NC", "05 tháng 4 năm 2023", "UBND tỉnh yêu cầu các đơn vị:");
        String first = takeIn(clerk, text);
        assertThat(takeIn(clerk, text.replace("\n\n", "\n\n\n"))).isEqualTo(first);
        assertThat(takeIn(clerk, text.replace("năm 2023", "năm 2022").replace("15/9/2023", "15/9/2022")))
                .as("numbers begin again every year")
                .isNotEqualTo(first);
        assertThat(takeIn(clerk("VN-B"), text))
                .as("another province's registry")
                .isNotEqualTo(first);
    }

    @Test
    void aNumberFilledInLaterMakesNoOtherDocument() {
        String clerk = clerk("VN-C");
        String blank = letter("     /UBND-NC", "     tháng 4 năm 2023", "UBND tỉnh yêu cầu các đơn vị:");
        String first = takeIn(clerk, blank);
        assertThat(directive(clerk, first)
                        .path("reading")
                        .path("head")
                        .path("symbol")
                        .asString())
                .isEqualTo("UBND-NC");
        var filled = service.request(
                clerk,
                "PATCH",
                DIRECTIVES + "/" + first,
                Map.of("number", "77/UBND-NC", "issueDate", "2023-04-20"),
                Map.of("If-Match", "\"1\""));
        assertThat(filled.status()).isEqualTo(200);
        String whole = letter("77/UBND-NC", "20 tháng 4 năm 2023", "UBND tỉnh yêu cầu các đơn vị:");
        assertThat(takeIn(clerk, whole)).isEqualTo(first);
    }

    @Test
    void whatIsCitedIsAPlaceholderUntilItArrives() {
        String clerk = clerk("VN-D");
        String later = takeIn(
                clerk,
                letter(
                        "9/UBND-NC",
                        "10 tháng 5 năm 2023",
                        "Thực hiện Công văn số 8/UBND-NC ngày 01/5/2023 của UBND tỉnh Lào Cai, UBND tỉnh yêu cầu:"));
        JsonNode before =
                service.get(clerk, DIRECTIVES + "/" + later + "/lineage").body();
        assertThat(before.path("up").path(0).path("number").asString()).isEqualTo("8/UBND-NC");
        assertThat(before.path("up").path(0).hasNonNull("directiveId")).isFalse();

        String cited = takeIn(clerk, letter("8/UBND-NC", "01 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:"));
        takeIn(clerk, letter("8/UBND-NC", "02 tháng 5 năm 2022", "UBND tỉnh yêu cầu các đơn vị:"));

        JsonNode after =
                service.get(clerk, DIRECTIVES + "/" + later + "/lineage").body();
        assertThat(after.path("up").path(0).path("directiveId").asString()).isEqualTo(cited);
        JsonNode down =
                service.get(clerk, DIRECTIVES + "/" + cited + "/lineage").body().path("down");
        assertThat(down).hasSize(1);
        assertThat(down.path(0).path("directiveId").asString()).isEqualTo(later);
        assertThat(down.path(0).path("role").asString()).isEqualTo("BASIS");
    }

    @Test
    void goesFromDraftToTheEndOfItsForce() {
        String clerk = clerk("VN-E");
        String id = takeIn(clerk, letter("3/UBND-NC", "03 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:"));
        String it = DIRECTIVES + "/" + id;
        Map<String, Object> amendment = Map.of(
                "reason",
                "gia hạn",
                "changes",
                List.of(Map.of("path", "1", "dueOn", "2023-10-31"), Map.of("path", "2", "repealed", true)));
        assertThat(service.post(clerk, it + "/amendments", amendment)
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("not-issued");
        assertThat(service.post(clerk, it + "/check", Map.of()).status()).isEqualTo(200);
        assertThat(directive(clerk, id).path("status").asString()).isEqualTo("CHECKED");
        assertThat(service.post(clerk, it + "/issue", Map.of())
                        .body()
                        .path("code")
                        .asString())
                .as("the catalogue is empty")
                .isEqualTo("to-nobody");
        JsonNode toNobody = service.get(clerk, it + "/preview").body();
        assertThat(toNobody.path("tasks").asInt()).isZero();
        assertThat(toNobody.path("nobody").valueStream().map(JsonNode::asString))
                .containsExactly("các đơn vị");
        register("VN-E", "snv", "DEPARTMENT");
        register("VN-E", "xa-a", "COMMUNE");
        JsonNode preview = service.get(clerk, it + "/preview").body();
        assertThat(preview.path("day").asString()).isEqualTo("2023-05-03");
        assertThat(preview.path("tasks").asInt())
                .as("«các đơn vị» are those whom the paper addresses")
                .isEqualTo(2);
        assertThat(preview.path("nobody")).isEmpty();
        assertThat(preview.path("duties").path(0).path("lead").path(0).asString())
                .isEqualTo("VN-E.snv");
        assertThat(preview.path("duties").path(0).path("dueOn").asString()).isEqualTo("2023-09-15");
        assertThat(service.post(clerk, it + "/issue", Map.of()).status()).isEqualTo(200);

        var wrong =
                Map.of("reason", "x", "changes", List.of(Map.of("path", "9", "repealed", true), Map.of("path", "1")));
        var refused = service.post(clerk, it + "/amendments", wrong);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/changes/0/path", "/changes/1");
        var onlyBeside = Map.of(
                "reason",
                "x",
                "changes",
                List.of(Map.of("path", "1", "dueOn", "2023-10-15", "cooperating", List.of("VN-E.xa-a"))));
        assertThat(service.post(clerk, it + "/amendments", onlyBeside)
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .as("who co-operates changes with who leads, or would be taken for said and not done")
                .isEqualTo("/changes/0");
        assertThat(service.post(clerk, it + "/amendments", Map.of("reason", "x"))
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .as("something has to change")
                .isEqualTo("/changes");
        Map<String, Object> higher =
                Map.of("reason", "nâng chỉ tiêu", "targets", List.of(Map.of("number", 1, "value", 60)));
        assertThat(service.post(clerk, it + "/amendments", higher)
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .as("a target that it does not have")
                .isEqualTo("/targets/0/number");
        assertThat(service.post(clerk, it + "/amendments", amendment).status()).isEqualTo(200);
        assertThat(directive(clerk, id).path("status").asString()).isEqualTo("AMENDED");

        var nobody = Map.of("reason", "thay thế", "replacedBy", "none");
        assertThat(service.post(clerk, it + "/revocation", nobody).status()).isEqualTo(400);
        String next = takeIn(clerk, letter("4/UBND-NC", "04 tháng 8 năm 2023", "UBND tỉnh yêu cầu các đơn vị:"));
        var replaced = Map.of("reason", "thay thế", "replacedBy", next);
        assertThat(service.post(clerk, it + "/revocation", replaced).status()).isEqualTo(200);
        assertThat(directive(clerk, id).path("status").asString()).isEqualTo("REPLACED");
        assertThat(service.post(clerk, it + "/issue", Map.of())
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("not-in-force");
    }

    @Test
    void anAmendmentSetsAnotherNumberForATarget() {
        String clerk = clerk("VN-AT");
        String it = DIRECTIVES + "/"
                + takeIn(clerk, letter("5/UBND-NC", "03 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:"));
        register("VN-AT", "snv", "DEPARTMENT");
        register("VN-AT", "xa-a", "COMMUNE");
        var target = Map.of(
                "path",
                "1",
                "name",
                "Tỷ lệ hồ sơ trực tuyến",
                "comparator",
                ">=",
                "value",
                50,
                "unit",
                "%",
                "year",
                "2025");
        assertThat(correct(clerk, it, Map.of("targets", List.of(target))).status())
                .isEqualTo(200);
        service.post(clerk, it + "/check", Map.of());
        assertThat(service.post(clerk, it + "/issue", Map.of()).status()).isEqualTo(200);
        int number = service.get(clerk, it).body().at("/reading/targets").size();
        Map<String, Object> range = Map.of("number", number, "value", 60, "valueMax", 70);
        assertThat(service.post(clerk, it + "/amendments", Map.of("reason", "x", "targets", List.of(range)))
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/targets/0/valueMax");
        Map<String, Object> higher = Map.of("number", number, "value", 60, "year", "2026");
        assertThat(service.post(clerk, it + "/amendments", Map.of("reason", "nâng", "targets", List.of(higher)))
                        .status())
                .isEqualTo(200);
        assertThat(service.get(clerk, it)
                        .body()
                        .at("/amendments/0/targets/0/value")
                        .decimalValue())
                .isEqualByComparingTo("60");
    }

    private static ServiceUnderTest.Answer correct(String clerk, String it, Map<String, Object> wanted) {
        String etag = service.get(clerk, it).headers().firstValue("ETag").orElseThrow();
        return service.request(clerk, "POST", it + "/corrections", wanted, Map.of("If-Match", etag));
    }

    @Test
    void aClerkPutsRightDividesAddsAndRemovesWhatWasRead() {
        String clerk = clerk("VN-AK");
        String text = letter("6/UBND-NC", "03 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:");
        String it = DIRECTIVES + "/" + takeIn(clerk, text);
        register("VN-AK", "snv", "DEPARTMENT");
        register("VN-AK", "stc", "DEPARTMENT");
        int at = text.indexOf("Rà soát");
        var pieces = List.of(
                Map.of(
                        "path",
                        "1.1",
                        "text",
                        "Rà soát quy trình nội bộ",
                        "assignees",
                        List.of("VN-AK.snv"),
                        "limit",
                        Map.of(
                                "kind",
                                "DATE",
                                "phrase",
                                "trước ngày 15/9/2023",
                                "date",
                                "2023-09-15",
                                "inclusive",
                                false),
                        "start",
                        at,
                        "end",
                        at + 24),
                Map.of(
                        "path",
                        "1.2",
                        "text",
                        "Báo cáo hằng tháng",
                        "limit",
                        Map.of(
                                "kind",
                                "RECURRING",
                                "frequency",
                                "MONTHLY",
                                "recurrence",
                                Map.of("day", 5, "periodOffset", 1))),
                Map.of("path", "3", "text", "Lập danh sách", "assignees", List.of("VN-AK.stc")));
        var done = correct(clerk, it, Map.of("remove", List.of("1", "2"), "duties", pieces, "reason", "tách việc"));
        assertThat(done.status()).isEqualTo(200);
        JsonNode reading = service.get(clerk, it).body().path("reading");
        assertThat(reading.path("provisions").findValuesAsString("path")).containsExactly("1.1", "1.2", "3");
        JsonNode preview = service.get(clerk, it + "/preview").body();
        assertThat(preview.path("duties").path(0).path("lead").path(0).asString())
                .as("a code names its agency")
                .isEqualTo("VN-AK.snv");
        JsonNode correction = service.get(clerk, it + "/corrections").body().path(0);
        assertThat(correction.path("before").findValuesAsString("path")).containsExactly("1", "2");
        assertThat(correction.path("reason").asString()).isEqualTo("tách việc");
        assertThat(correction.path("by").asString()).isNotBlank();
        assertThat(correction.path("at").asString()).startsWith("2023-08-03");
        JsonNode pair = service.get(clerk, it + "/reading").body();
        assertThat(pair.path("tasks").path(1).path("recurrence").path("day").asInt())
                .isEqualTo(5);
        assertThat(service.get(clerk, DIRECTIVES)
                        .body()
                        .path("items")
                        .path(0)
                        .path("corrections")
                        .asInt())
                .isEqualTo(1);

        correct(clerk, it, Map.of("duties", List.of(Map.of("path", "1.10", "text", "Niêm yết kết quả"))));
        assertThat(directive(clerk, it.substring(DIRECTIVES.length() + 1))
                        .path("reading")
                        .path("provisions")
                        .findValuesAsString("path"))
                .as("without a place it stands by its number")
                .containsExactly("1.1", "1.2", "1.10", "3");

        assertThat(service.post(clerk, it + "/check", Map.of()).status()).isEqualTo(200);
        var again = correct(
                clerk,
                it,
                Map.of("remove", List.of("1.1"), "duties", List.of(Map.of("path", "1.2", "text", "Báo cáo hằng quý"))));
        assertThat(again.status()).isEqualTo(200);
        JsonNode twice = service.get(clerk, it).body();
        assertThat(twice.path("reading").path("provisions").findValuesAsString("path"))
                .as("what is put takes the place of the one with its number, and no other's")
                .containsExactly("1.2", "1.10", "3");
        assertThat(twice.path("status").asString())
                .as("what was compared is compared no longer")
                .isEqualTo("DRAFT");
        assertThat(service.post(clerk, it + "/check", Map.of()).status()).isEqualTo(200);
        assertThat(service.post(clerk, it + "/issue", Map.of()).status()).isEqualTo(200);
        var late = correct(clerk, it, Map.of("remove", List.of("3")));
        assertThat(late.body().path("code").asString()).isEqualTo("amend-instead");
        var stays = service.request(clerk, "DELETE", it, null, Map.of());
        assertThat(stays.body().path("code").asString()).isEqualTo("issued-stays");
    }

    @Test
    void aCorrectionThatCannotBeNamesEachFieldAndChangesNothing() {
        String clerk = clerk("VN-AL");
        String text = letter("7/UBND-NC", "03 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:");
        String it = DIRECTIVES + "/" + takeIn(clerk, text);
        JsonNode before = service.get(clerk, it).body();
        var wrong = correct(
                clerk,
                it,
                Map.of(
                        "remove",
                        List.of("1", "77"),
                        "duties",
                        List.of(
                                Map.of("path", "1", "text", "x", "limit", Map.of("kind", "DATE")),
                                Map.of("path", "5", "text", "x", "start", 0, "end", 9_999_999),
                                Map.of("path", "5", "text", "x", "limit", Map.of("kind", "DATE", "date", "9023-01-01")),
                                Map.of(
                                        "path",
                                        "6",
                                        "text",
                                        "x",
                                        "limit",
                                        Map.of(
                                                "kind",
                                                "RECURRING",
                                                "frequency",
                                                "SEMIANNUAL",
                                                "recurrence",
                                                Map.of("days", List.of("06-10", "06-31")))))));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/remove/1",
                        "/duties/0/path",
                        "/duties/0/limit/date",
                        "/duties/1/end",
                        "/duties/2/path",
                        "/duties/2/limit/date",
                        "/duties/3/limit/recurrence/days/1");
        assertThat(correct(clerk, it, Map.of()).status()).isEqualTo(400);
        assertThat(service.request(clerk, "POST", it + "/corrections", Map.of("remove", List.of("1")), Map.of())
                        .status())
                .as("without the version that was looked at")
                .isEqualTo(400);
        assertThat(service.get(clerk, it).body()).isEqualTo(before);
    }

    @Test
    void aPlaceAWeekAPeriodOrARangeThatIsNoneIsRefusedByName() {
        String clerk = clerk("VN-AY");
        String text = letter("9/UBND-NC", "03 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:");
        String it = DIRECTIVES + "/" + takeIn(clerk, text);
        JsonNode before = service.get(clerk, it).body();
        assertThat(wrongField(clerk, it, duty(Map.of("start", 5)))).isEqualTo("/duties/0/end");
        assertThat(wrongField(clerk, it, duty(Map.of("end", 5)))).isEqualTo("/duties/0/start");
        assertThat(wrongField(clerk, it, duty(Map.of("start", 9, "end", 5)))).isEqualTo("/duties/0/end");
        assertThat(wrongField(clerk, it, duty(Map.of("start", -1, "end", 5)))).isEqualTo("/duties/0/start");
        assertThat(wrongField(clerk, it, duty(Map.of("path", "1, 2")))).isEqualTo("/duties/0/path");
        assertThat(wrongField(clerk, it, duty(Map.of("kind", "báo cáo")))).isEqualTo("/duties/0/kind");
        var late = Map.of("kind", "DATE", "date", "2023-06-01", "time", "25:00");
        assertThat(wrongField(clerk, it, duty(Map.of("limit", late)))).isEqualTo("/duties/0/limit/time");
        var often = Map.of("kind", "RECURRING", "frequency", "thường xuyên");
        assertThat(wrongField(clerk, it, duty(Map.of("limit", often)))).isEqualTo("/duties/0/limit/frequency");
        var week = Map.of("weekday", 1, "weekOfMonth", 0);
        var monthly = Map.of("kind", "RECURRING", "frequency", "MONTHLY", "recurrence", week);
        assertThat(wrongField(clerk, it, duty(Map.of("limit", monthly))))
                .isEqualTo("/duties/0/limit/recurrence/weekOfMonth");
        var period = Map.of("kind", "RECURRING", "frequency", "QUARTERLY", "period", "quý III");
        assertThat(wrongField(clerk, it, duty(Map.of("limit", period)))).isEqualTo("/duties/0/limit/period");
        var open = Map.of("path", "1", "name", "Tỷ lệ hồ sơ", "comparator", "range", "value", 90);
        assertThat(wrongField(clerk, it, Map.of("targets", List.of(open)))).isEqualTo("/targets/0/valueMax");
        var vague = Map.of("path", "1", "name", "Tỷ lệ hồ sơ", "comparator", "khoảng", "value", 90);
        assertThat(wrongField(clerk, it, Map.of("targets", List.of(vague)))).isEqualTo("/targets/0/comparator");
        var soon = Map.of("path", "1", "name", "Tỷ lệ hồ sơ", "year", "sang năm");
        assertThat(wrongField(clerk, it, Map.of("targets", List.of(soon)))).isEqualTo("/targets/0/year");
        var backwards = Map.of("path", "1", "name", "Tỷ lệ hồ sơ", "comparator", "range", "value", 90, "valueMax", 80);
        assertThat(wrongField(clerk, it, Map.of("targets", List.of(backwards)))).isEqualTo("/targets/0/valueMax");
        assertThat(service.get(clerk, it).body()).isEqualTo(before);
    }

    private static Map<String, Object> duty(Map<String, Object> more) {
        Map<String, Object> duty = new HashMap<>(Map.of("path", "1", "text", "Rà soát"));
        duty.putAll(more);
        return Map.of("duties", List.of(duty));
    }

    private String wrongField(String clerk, String directive, Map<String, Object> wanted) {
        var refused = correct(clerk, directive, wanted);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors")).hasSize(1);
        return refused.body().path("errors").path(0).path("pointer").asString();
    }

    @Test
    void whatWasFoundIsLookedAtBeforeItTakesEffect() {
        String clerk = clerk("VN-AM");
        register("VN-AM", "snv", "DEPARTMENT");
        String text = letter("8/UBND-NC", "03 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:")
                .replace("2. Công khai", "2. Danh mục hồ sơ: sáng mai phải xong vào cuối tháng.\n3. Công khai");
        String it = DIRECTIVES + "/" + takeIn(clerk, text);
        JsonNode found = service.get(clerk, it + "/preview").body().path("toBeChecked");
        assertThat(found).isNotEmpty();
        int start = found.path(0).path("mark").path("start").asInt();
        int end = found.path(0).path("mark").path("end").asInt();
        assertThat(text.substring(start, end)).contains("sáng mai");
        var refused = service.post(clerk, it + "/issue", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("unchecked");
        assertThat(refused.body().path("detail").asString()).contains("sáng mai");

        var duty = Map.of(
                "path",
                "2",
                "text",
                "Lập danh mục hồ sơ",
                "assignees",
                List.of("Sở Nội vụ"),
                "start",
                start,
                "end",
                end);
        assertThat(correct(clerk, it, Map.of("duties", List.of(duty))).status()).isEqualTo(200);
        assertThat(service.get(clerk, it + "/preview").body().path("toBeChecked"))
                .as("settled by the duty that lies over it")
                .isEmpty();
        assertThat(service.post(clerk, it + "/issue", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aDraftIsThrownAwayWithItsFileAndCanBeTakenInAgain() {
        String clerk = clerk("VN-AO");
        String text = letter("9/UBND-NC", "03 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:");
        Map<String, String> file = Map.of("Content-Type", "application/octet-stream");
        var first = service.request(clerk, "POST", DIRECTIVES + "/intake?name=a.txt", text, file);
        String it = DIRECTIVES + "/" + first.body().path("id").asString();
        assertThat(service.request(clerk("VN-AP"), "DELETE", it, null, Map.of()).status())
                .as("another province's")
                .isEqualTo(404);
        assertThat(service.request(clerk, "DELETE", it, null, Map.of()).status())
                .isEqualTo(204);
        assertThat(service.get(clerk, it).status()).isEqualTo(404);
        assertThat(service.request(clerk, "DELETE", it, null, Map.of()).status())
                .isEqualTo(404);
        assertThat(takeIn(clerk, text)).isEqualTo(first.body().path("id").asString());
        assertThat(service.get(clerk, it + "/file").status())
                .as("the file of the one before is not there")
                .isEqualTo(404);
    }

    @Test
    void noEntryTakesTheIdentityOfAnother() {
        String clerk = clerk("VN-AQ");
        takeIn(clerk, letter("10/UBND-NC", "03 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:"));
        String other = DIRECTIVES + "/"
                + takeIn(clerk, letter("11/UBND-NC", "03 tháng 5 năm 2023", "UBND tỉnh yêu cầu các đơn vị:"));
        String etag = service.get(clerk, other).headers().firstValue("ETag").orElseThrow();
        var taken = service.request(clerk, "PATCH", other, Map.of("number", "10/UBND-NC"), Map.of("If-Match", etag));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().path("detail").asString()).contains("10/UBND-NC", "03/05/2023");
        var nextYear = service.request(
                clerk,
                "PATCH",
                other,
                Map.of("number", "10/UBND-NC", "issueDate", "2022-05-03"),
                Map.of("If-Match", etag));
        assertThat(nextYear.status()).as("numbers begin again every year").isEqualTo(200);
    }

    @Test
    void isFoundByWordsWithAndWithoutDiacriticsByIssuerAndByPeriod() {
        String clerk = clerk("VN-G");
        String id = takeIn(clerk, letter("5/UBND-NC", "05 tháng 6 năm 2023", "UBND tỉnh yêu cầu các đơn vị:"));
        assertThat(found(clerk, "q=" + encoded("chuyển đổi số"))).containsExactly(id);
        assertThat(found(clerk, "q=" + encoded("CHUYEN doi so"))).containsExactly(id);
        assertThat(found(clerk, "q=" + encoded("chuyen doi vang"))).isEmpty();
        assertThat(found(clerk, "issuer=" + encoded("uy ban nhan dan tinh lao cai")))
                .containsExactly(id);
        assertThat(found(clerk, "issuer=" + encoded("sở nội vụ"))).isEmpty();
        assertThat(found(clerk, "from=2023-06-01&to=2023-06-30")).containsExactly(id);
        assertThat(found(clerk, "from=2023-06-06")).isEmpty();
        assertThat(found(clerk("VN-H"), "q=" + encoded("chuyển đổi số"))).isEmpty();
    }

    /** What was stored before lists needed more of it is read, and after the next start found. */
    @Test
    void whatWasStoredInTheFirstFormIsFoundAfterTheNextStart() {
        String clerk = clerk("VN-K");
        List<String> ids = List.of(
                takeIn(clerk, letter("21/UBND-NC", "05 tháng 6 năm 2023", "UBND tỉnh yêu cầu các đơn vị:")),
                takeIn(clerk, letter("22/UBND-NC", "06 tháng 6 năm 2023", "UBND tỉnh yêu cầu các đơn vị:")),
                takeIn(clerk, letter("23/UBND-NC", "07 tháng 6 năm 2023", "UBND tỉnh yêu cầu các đơn vị:")));
        MongoOperations mongo = service.bean(MongoOperations.class);
        var first = new Document(
                "$unset",
                new Document("created", 1)
                        .append("state.numberWords", 1)
                        .append("state.duties", 1)
                        .append("state.targets", 1));
        mongo.getCollection("directives").updateMany(new Document("province", "VN-K"), first);
        var findings = new Document("$set", new Document("state.reading.findings", List.of("không rõ / unclear")))
                .append("$unset", new Document("state.reading.times", 1).append("state.corrections", 1));
        mongo.getCollection("directives").updateMany(new Document("province", "VN-K"), findings);
        assertThat(directive(clerk, ids.getFirst())
                        .path("reading")
                        .path("findings")
                        .path(0)
                        .path("en")
                        .asString())
                .isEqualTo("unclear");
        mongo.getCollection("storedForms").deleteOne(new Document("_id", "directives"));
        assertThat(directive(clerk, ids.getFirst()).path("status").asString()).isEqualTo("DRAFT");
        assertThat(found(clerk, "from=2023-06-01")).hasSize(3);
        var versions = ids.stream()
                .map(it -> service.get(clerk, DIRECTIVES + "/" + it).headers().firstValue("ETag"));
        List<Optional<String>> before = versions.toList();

        try (var next = ServiceUnderTest.start(
                DocumentService.class, "document-service", Instant.parse("2023-08-04T01:00:00Z"))) {
            JsonNode rows = next.get(clerk, DIRECTIVES + "?number=22").body().path("items");
            assertThat(rows.findValuesAsString("id")).containsExactly(ids.get(1));
            assertThat(rows.path(0).path("duties").asInt()).isEqualTo(2);
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = next.get(clerk, DIRECTIVES + "?sort=-created&limit=1" + cursor)
                        .body();
                seen.addAll(page.path("items").findValuesAsString("id"));
                cursor =
                        page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
            } while (!cursor.isEmpty());
            assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(ids.stream()
                            .map(it -> next.get(clerk, DIRECTIVES + "/" + it)
                                    .headers()
                                    .firstValue("ETag")))
                    .as("nothing happened to them")
                    .containsExactlyElementsOf(before);
        }
    }

    @Test
    void refusesADocumentUnderAMarkOfSecrecyAndKeepsNothing() {
        String clerk = clerk("VN-I");
        String secret = "TỐI MẬT\n" + letter("6/UBND-NC", "06 tháng 6 năm 2023", "UBND tỉnh yêu cầu các đơn vị:");
        var refused = service.post(clerk, DIRECTIVES + "/intake", Map.of("sourceName", "x.txt", "text", secret));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("secret-document");
        assertThat(found(clerk, "limit=10")).isEmpty();
    }

    @Test
    void keepsTheUploadedFileAndServesItAsAnAttachmentToItsProvinceOnly() {
        String clerk = clerk("VN-K");
        String html = "<html><body><p>Số: 12/UBND-NC</p><p>Lào Cai, ngày 07 tháng 6 năm 2023</p>"
                + "<p>Kính gửi: Các sở, ban, ngành cấp tỉnh.</p><p>1. Rà soát quy trình, hoàn thành trước ngày 15/9/2023.</p>"
                + "<script>alert(1)</script></body></html>";
        var uploaded = upload(clerk, html);
        assertThat(uploaded.status()).isEqualTo(201);
        String id = uploaded.body().path("id").asString();
        assertThat(directive(clerk, id)
                        .path("reading")
                        .path("head")
                        .path("number")
                        .asString())
                .isEqualTo("12/UBND-NC");

        var file = service.get(clerk, DIRECTIVES + "/" + id + "/file");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("application/octet-stream");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.body().asString()).isEqualTo(html);
        assertThat(service.get(clerk("VN-L"), DIRECTIVES + "/" + id + "/file").status())
                .isEqualTo(404);
    }

    @Test
    void goesOutAsEdxmlAndComesInAgainAsTheSameDocument() {
        String clerk = clerk("VN-P");
        String id = takeIn(clerk, letter("21/UBND-NC", "08 tháng 6 năm 2023", "UBND tỉnh yêu cầu các đơn vị:"));
        var sent = service.get(clerk, DIRECTIVES + "/" + id + "/edxml?from=H38&to=H38.05&to=H38.06");
        assertThat(sent.status()).isEqualTo(200);
        String message = sent.body().asString();
        assertThat(message).contains("H38,2023/06/08,21/UBND-NC");
        assertThat(upload(clerk, message).body().path("id").asString()).isEqualTo(id);

        var received = upload(clerk("VN-Q"), message);
        assertThat(received.status()).isEqualTo(201);
        var status = service.get(
                clerk("VN-Q"),
                DIRECTIVES + "/" + received.body().path("id").asString()
                        + "/edxml-status?status=03&from=H27&sender=H38");
        assertThat(status.body().asString()).contains("Đã tiếp nhận").contains("H38,2023/06/08,21/UBND-NC");
        var unknown = service.get(clerk, DIRECTIVES + "/" + id + "/edxml-status?status=99&from=H27&sender=H38");
        assertThat(unknown.status()).isEqualTo(400);
    }

    @Test
    void aNumberOfThePartyLeavesAndReturnsAsItIsHoweverItWasTyped() {
        String clerk = clerk("VN-PN");
        String id = takeIn(clerk, letter("     /UBND-NC", "     tháng 6 năm 2023", "UBND tỉnh yêu cầu các đơn vị:"));
        var filled = service.request(
                clerk,
                "PATCH",
                DIRECTIVES + "/" + id,
                Map.of("number", "05 – NQ/TƯ", "issueDate", "2023-06-09"),
                Map.of("If-Match", "\"1\""));
        assertThat(filled.status()).isEqualTo(200);
        assertThat(directive(clerk, id)
                        .path("reading")
                        .path("head")
                        .path("number")
                        .asString())
                .isEqualTo("05-NQ/TU");
        String message = service.get(clerk, DIRECTIVES + "/" + id + "/edxml?from=H38&to=H38.05")
                .body()
                .asString();
        assertThat(message).contains("CodeNumber>05<").contains("CodeNotation>NQ/TU<");

        String received = upload(clerk("VN-PO"), message).body().path("id").asString();
        assertThat(directive(clerk("VN-PO"), received)
                        .path("reading")
                        .path("head")
                        .path("number")
                        .asString())
                .as("the paper has a blank, the envelope does not")
                .isEqualTo("05-NQ/TU");

        var refused = service.request(
                clerk, "PATCH", DIRECTIVES + "/" + id, Map.of("number", "nghị quyết năm"), Map.of("If-Match", "\"2\""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/number");
    }

    @Test
    void refusesAHostileFileByItsReasonAndKeepsNothing() {
        String clerk = clerk("VN-N");
        var refused = upload(
                clerk, "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/file");
        assertThat(found(clerk, "limit=10")).isEmpty();
    }

    private static ServiceUnderTest.Answer upload(String clerk, String content) {
        return service.request(
                clerk,
                "POST",
                DIRECTIVES + "/intake?name=van-ban.html",
                content,
                Map.of("Content-Type", "application/octet-stream"));
    }

    private static List<String> found(String clerk, String query) {
        return service.get(clerk, DIRECTIVES + "?" + query).body().path("items").findValuesAsString("id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
