package vn.dondoc.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.ADMIN;
import static vn.dondoc.access.Role.CLERK;
import static vn.dondoc.access.Role.OFFICER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** A paper that changes another proposes what becomes of it, and gives nothing new to do. */
class AmendingPaperIT {

    private static final String DIRECTIVES = "/api/v1/directives";

    private static final String PLAN = """
            ỦY BAN NHÂN DÂN
            TỈNH LÀO CAI

            Số: %s/KH-UBND

            Lào Cai, ngày 05 tháng 4 năm 2023

            KẾ HOẠCH
            Chỉnh trang trụ sở tiếp công dân năm 2023

            I. MỤC ĐÍCH
            Người dân được tiếp đúng nơi, đúng hẹn.

            II. NHIỆM VỤ
            1. Sở Nội vụ rà soát quy trình tiếp công dân, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/9/2023.
            2. Sở Tài chính bố trí kinh phí sửa chữa trụ sở, hoàn thành trong tháng 10/2023.
            3. Sở Xây dựng thẩm định thiết kế mẫu phòng chờ, xong trước ngày 15/11/2023.

            Nơi nhận:
            - Các sở;
            - Lưu: VT.

            CHỦ TỊCH

            Trần Văn Mẫu
            """;

    private static final String CHANGE = """
            ỦY BAN NHÂN DÂN
            TỈNH LÀO CAI

            Số: %s/UBND-NC
            V/v điều chỉnh thời hạn tại Kế hoạch số %s/KH-UBND

            Lào Cai, ngày 25 tháng 7 năm 2023

            Kính gửi: Sở Nội vụ; Sở Tài chính; Sở Xây dựng.

            Ủy ban nhân dân tỉnh điều chỉnh Kế hoạch số %s/KH-UBND ngày 05/4/2023 như sau:

            1. Gia hạn thời gian thực hiện nhiệm vụ tại khoản 1 Mục II đến hết ngày 30/9/2023.
            2. Lùi thời hạn thẩm định thiết kế mẫu từ ngày 15/11/2023 sang trước ngày 20/12/2023.
            3. Giao Sở Xây dựng chủ trì thay Sở Tài chính thực hiện khoản 2 Mục II.
            4. Tại khoản 9 Mục II, thay cụm từ "trước ngày 01/8/2023" bằng cụm từ "trước ngày 01/9/2023".

            Nơi nhận:
            - Như trên;
            - Lưu: VT.

            CHỦ TỊCH

            Trần Văn Mẫu
            """;

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

    private static String takeIn(String clerk, String text) {
        var answer = service.post(clerk, DIRECTIVES + "/intake", Map.of("sourceName", "x.txt", "text", text));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private static void register(String province) {
        String admin = TestTokens.of(ADMIN, province, null);
        Map.of("snv", "Sở Nội vụ", "stc", "Sở Tài chính", "sxd", "Sở Xây dựng").forEach((code, name) -> {
            var agency = Map.of("name", name, "kind", "DEPARTMENT", "validFrom", "2004-01-01");
            assertThat(service.put(admin, "/api/v1/agencies/" + province + "." + code, agency)
                            .status())
                    .isEqualTo(200);
        });
    }

    private static void issue(String clerk, String id) {
        assertThat(service.post(clerk, DIRECTIVES + "/" + id + "/check", Map.of())
                        .status())
                .isEqualTo(200);
        var issued = service.post(clerk, DIRECTIVES + "/" + id + "/issue", Map.of());
        assertThat(issued.status()).as(issued.body().toString()).isEqualTo(200);
    }

    private static JsonNode proposals(String clerk, String id) {
        return service.get(clerk, DIRECTIVES + "/" + id + "/proposals").body();
    }

    @Test
    void itProposesWhatBecomesOfAnotherAndAClerkTakesItUp() {
        String clerk = clerk("VN-PA");
        register("VN-PA");
        String plan = takeIn(clerk, PLAN.formatted("61"));
        issue(clerk, plan);
        String change = takeIn(clerk, CHANGE.formatted("900", "61", "61"));

        JsonNode proposal = proposals(clerk, change).path(0);
        assertThat(proposal.path("directiveId").asString()).isEqualTo(plan);
        assertThat(proposal.path("amendable").asBoolean()).isTrue();
        JsonNode changes = proposal.path("changes");
        assertThat(changes.values())
                .extracting(it -> it.path("path").asString())
                .containsExactly("II.1", "II.3", "II.2");
        assertThat(changes.path(0).path("dueBefore").asString()).isEqualTo("2023-09-15");
        assertThat(changes.path(0).path("dueOn").asString()).isEqualTo("2023-09-30");
        assertThat(changes.path(0).path("because").asString()).isEqualTo("PLACE");
        assertThat(changes.path(1).path("dueOn").asString())
                .as("before a day ends with the day before")
                .isEqualTo("2023-12-19");
        assertThat(changes.path(1).path("because").asString()).isEqualTo("DAY");
        assertThat(changes.path(2).path("lead").path(0).asString()).isEqualTo("VN-PA.sxd");
        assertThat(proposal.path("byHand").path(0).path("why").asString()).isEqualTo("NO_CLAUSE");
        assertThat(proposal.path("byHand").path(0).path("place").asString()).isEqualTo("II.9");

        var amendment = Map.of(
                "by",
                change,
                "reason",
                "Công văn 900",
                "changes",
                List.of(
                        Map.of("path", "II.1", "dueOn", "2023-09-30"),
                        Map.of("path", "II.2", "lead", List.of("VN-PA.sxd"))));
        assertThat(service.post(clerk, DIRECTIVES + "/" + plan + "/amendments", amendment)
                        .status())
                .isEqualTo(200);
        issue(clerk, change);
        JsonNode issued = service.get(clerk, DIRECTIVES + "/" + change).body();
        assertThat(issued.path("reading").path("provisions").values())
                .as("nothing new to do")
                .isEmpty();
        assertThat(issued.path("status").asString()).isEqualTo("ISSUED");
    }

    @Test
    void whatWasChangedBeforeStandsAsItWasChanged() {
        String clerk = clerk("VN-PE");
        register("VN-PE");
        String plan = takeIn(clerk, PLAN.formatted("64"));
        issue(clerk, plan);
        var first = Map.of(
                "reason",
                "lần một",
                "changes",
                List.of(Map.of("path", "II.1", "dueOn", "2023-11-14"), Map.of("path", "II.2", "repealed", true)));
        assertThat(service.post(clerk, DIRECTIVES + "/" + plan + "/amendments", first)
                        .status())
                .isEqualTo(200);
        String again = takeIn(
                clerk,
                CHANGE.formatted("903", "64", "64")
                        .replace(
                                "2. Lùi thời hạn thẩm định thiết kế mẫu từ ngày 15/11/2023 sang trước ngày 20/12/2023.",
                                "2. Lùi thời hạn rà soát quy trình tiếp công dân từ ngày 15/11/2023 sang trước ngày 20/12/2023."));
        JsonNode proposal = proposals(clerk, again).path(0);
        assertThat(proposal.path("changes").values())
                .filteredOn(it -> it.path("dueOn").asString("").equals("2023-12-19"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("path").asString())
                            .as("not the other clause that is due on that day")
                            .isEqualTo("II.1");
                    assertThat(it.path("dueBefore").asString()).isEqualTo("2023-11-14");
                });
        assertThat(proposal.path("changes").values())
                .as("a clause that fell away is proposed no more")
                .noneMatch(it -> it.path("path").asString().equals("II.2"));
    }

    @Test
    void aPaperOfAnotherYearIsNotMeant() {
        String clerk = clerk("VN-PF");
        register("VN-PF");
        String old = takeIn(
                clerk, PLAN.formatted("65").replace("năm 2023", "năm 2022").replace("/2023", "/2022"));
        issue(clerk, old);
        String change = takeIn(
                clerk,
                CHANGE.formatted("904", "65", "65")
                        .replace("Kế hoạch số 65/KH-UBND ngày 05/4/2023", "Kế hoạch số 65/KH-UBND năm 2023")
                        .replace("tại Kế hoạch số 65/KH-UBND", "tại Kế hoạch số 65/KH-UBND năm 2023"));
        assertThat(proposals(clerk, change).path(0).hasNonNull("directiveId")).isFalse();
    }

    @Test
    void whatItChangesIsNotInTheRegistry() {
        String clerk = clerk("VN-PB");
        String change = takeIn(clerk, CHANGE.formatted("901", "62", "62"));
        JsonNode proposal = proposals(clerk, change).path(0);
        assertThat(proposal.hasNonNull("directiveId")).isFalse();
        assertThat(proposal.path("number").asString()).isEqualTo("62/KH-UBND");
        assertThat(proposal.path("byHand").values())
                .extracting(it -> it.path("why").asString())
                .containsOnly("NO_DIRECTIVE")
                .hasSize(4);
    }

    @Test
    void nobodyElsesPaperIsProposedFor() {
        String theirs = clerk("VN-PC");
        register("VN-PC");
        String plan = takeIn(theirs, PLAN.formatted("63"));
        issue(theirs, plan);
        String ours = clerk("VN-PD");
        String change = takeIn(ours, CHANGE.formatted("902", "63", "63"));
        assertThat(proposals(ours, change).path(0).hasNonNull("directiveId")).isFalse();
        assertThat(service.get(theirs, DIRECTIVES + "/" + change + "/proposals").status())
                .isEqualTo(404);
        assertThat(service.get(TestTokens.of(OFFICER, "VN-PD", "VN-PD.snv"), DIRECTIVES + "/" + change + "/proposals")
                        .status())
                .isEqualTo(403);
    }
}
