package vn.dondoc.notifications.ladder.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.OFFICER;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.contract.directive.v1.AgencyGroup;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Provision;
import vn.dondoc.contract.directive.v1.TimeLimit;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.notifications.Heard;
import vn.dondoc.notifications.NotificationService;
import vn.dondoc.testkit.OtherServices;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** What changes behind those who thought it settled: directives, approved figures, events that nobody could handle. */
class ChangesIT {

    private static final String DEPARTMENT = TestTokens.of(OFFICER, "VN-A", "VN-A.snv");
    private static final String BESIDE = TestTokens.of(OFFICER, "VN-A", "VN-A.stc");
    private static final String ABOVE = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd");

    private static ServiceUnderTest service;
    private static Heard heard;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.start(
                NotificationService.class,
                "notification-service",
                Instant.parse("2021-09-17T01:00:00Z"),
                "--dondoc.database=test_changes",
                "--dondoc.channels.in-use=",
                "--dondoc.operators.agencies=VN-A.stc,VN-A.nobody");
        heard = new Heard();
        heard.agency("VN-A.snv", "VN-A.ubnd");
        heard.agency("VN-A.stc", "VN-A.ubnd");
        heard.agency("VN-A.ubnd", null);
        heard.assign("warm-up", "VN-A.stc", "1/UBND");
        eventually(() -> assertThat(inbox(BESIDE, "TASK_ASSIGNED")).hasSize(1));
    }

    @AfterAll
    static void stop() {
        heard.close();
        service.close();
    }

    private static List<String> inbox(String token, String kind) {
        return service.get(token, "/api/v1/notices?limit=200&kind=" + kind)
                .body()
                .findValuesAsString("subject");
    }

    /** Two clauses, one for each department. */
    private static void issue(String id) {
        LocalDate day = LocalDate.of(2021, 9, 1);
        heard.send(
                id,
                1,
                new DirectiveIssued(
                        id,
                        null,
                        day,
                        day,
                        null,
                        "CONG_VAN",
                        "UBND",
                        "VN-A",
                        "cải cách hành chính",
                        null,
                        List.of(
                                new AgencyGroup("g1", "Sở Nội vụ", List.of("VN-A.snv")),
                                new AgencyGroup("g2", "Sở Tài chính", List.of("VN-A.stc")),
                                new AgencyGroup("g3", "các đoàn thể", List.of())),
                        List.of(clause("1", "g1"), clause("2.a", "g2"), clause("3", "g3")),
                        List.of(),
                        List.of()));
    }

    private static Provision clause(String path, String group) {
        var limit = new TimeLimit(TimeLimit.Kind.NONE, null, null, true, null, null, null, null, null, null);
        return new Provision(path, "rà soát", List.of(group), List.of(), limit, null, List.of());
    }

    @Test
    void anAmendmentIsSaidOnceToThoseWhoseClausesChangeAndToWhoIsAbove() throws Exception {
        issue("d-1");
        heard.send("d-1", 2, new DirectiveCorrected("d-1", "88/UBND-CC", null, null));
        var changes = List.of(new ClauseChange("2.a", LocalDate.of(2021, 11, 1), false, null, null));
        for (int i = 0; i < 3; i++) {
            heard.send(
                    "d-1",
                    3,
                    new DirectiveAmended("d-1", null, LocalDate.of(2021, 9, 17), "thêm thời gian", changes, null));
        }
        String said = "Sửa đổi văn bản 88/UBND-CC: cải cách hành chính";
        eventually(() -> assertThat(inbox(ABOVE, "DIRECTIVE_AMENDED")).containsExactly(said));
        assertThat(inbox(BESIDE, "DIRECTIVE_AMENDED")).containsExactly(said);
        assertThat(inbox(DEPARTMENT, "DIRECTIVE_AMENDED"))
                .as("whose clause stays as it is")
                .isEmpty();
    }

    @Test
    void aRevokedDirectiveIsSaidToEveryoneItNames() throws Exception {
        issue("d-2");
        heard.send("d-2", 2, new DirectiveRevoked("d-2", null, LocalDate.of(2021, 9, 17), "đã thay thế"));
        heard.send("d-2", 2, new DirectiveRevoked("d-2", null, LocalDate.of(2021, 9, 17), "đã thay thế"));
        String said = "Văn bản hết hiệu lực: cải cách hành chính";
        eventually(() -> assertThat(inbox(ABOVE, "DIRECTIVE_REVOKED")).containsExactly(said));
        eventually(() -> assertThat(inbox(BESIDE, "DIRECTIVE_REVOKED")).containsExactly(said));
        assertThat(inbox(DEPARTMENT, "DIRECTIVE_REVOKED")).containsExactly(said);
    }

    @Test
    void anApprovedFigureThatChangesIsSaidToWhoseItIsAndToWhoIsAbove() throws Exception {
        heard.send("figure", 1, figure("APPROVED", 2, null));
        heard.send("figure", 2, figure("FILED", 2, new BigDecimal("40")));
        heard.send("figure", 3, figure("APPROVED", 1, new BigDecimal("40")));
        heard.send("figure", 4, figure("APPROVED", 2, new BigDecimal("40")));
        eventually(() -> assertThat(inbox(DEPARTMENT, "FIGURE_RESTATED"))
                .containsExactly("Số liệu đã duyệt thay đổi: Tỷ lệ, kỳ 2021-Q3"));
        eventually(() -> assertThat(inbox(ABOVE, "FIGURE_RESTATED")).hasSize(1));
        assertThat(service.get(ABOVE, "/api/v1/notices?kind=FIGURE_RESTATED")
                        .body()
                        .toString())
                .contains("40 → 36.80 %");
    }

    private static IndicatorComputed figure(String basis, int reported, @Nullable BigDecimal restates) {
        return new IndicatorComputed(
                "TL",
                "Tỷ lệ",
                "VN-A",
                "VN-A.snv",
                "2021-Q3",
                basis,
                "OF_PERIOD",
                new BigDecimal("36.80"),
                new BigDecimal("460"),
                new BigDecimal("1250"),
                "%",
                reported,
                2,
                List.of(),
                new BigDecimal("40"),
                1L,
                restates);
    }

    @Test
    void whatNobodyCouldHandleIsSaidToTheOperatorOnce() throws Exception {
        try (var others = new OtherServices()) {
            others.say(OtherServices.record("dondoc.tasks", "t-1", 1, "vn.dondoc.task.unheard-of.v1", "VN-A", "{}"));
            others.say(OtherServices.record("dondoc.tasks", "t-2", 1, "vn.dondoc.task.unheard-of.v1", "VN-A", "{}"));
        }
        eventually(() -> assertThat(inbox(BESIDE, "RECORD_PARKED"))
                .containsOnlyOnce("Có sự kiện không xử lý được: notification-service (dondoc.tasks)"));
        assertThat(inbox(DEPARTMENT, "RECORD_PARKED")).isEmpty();
        heard.assign("afterwards", "VN-A.snv", "1/UBND");
        eventually(() -> assertThat(inbox(DEPARTMENT, "TASK_ASSIGNED")).hasSize(1));
    }

    @Test
    void whoSentWhatNobodyCouldHandleIsToldOnceAndNobodyOfAnotherProvince() throws Exception {
        try (var others = new OtherServices()) {
            others.say(letter("r-1", "submitted", "VN-A", "VN-A.snv", "VN-A"));
            others.say(letter("r-1", "submitted", "VN-A", "VN-A.snv", "VN-A"));
            others.say(letter("r-2", "submitted", "VN-B", "VN-A.stc", "VN-B"));
            others.say(letter("r-3", "submitted", "VN-A", "VN-A.stc", "VN-B"));
            others.say(letter("r-4", "approved", "VN-A", "VN-A.stc", "VN-A"));
            others.say(letter("r-5", "submitted", "VN-A", "VN-A.snv", "VN-A"));
        }
        eventually(() -> assertThat(inbox(DEPARTMENT, "NOT_TAKEN_UP"))
                .containsExactlyInAnyOrder("Chưa được xử lý tiếp: r-1", "Chưa được xử lý tiếp: r-5"));
        assertThat(inbox(BESIDE, "NOT_TAKEN_UP")).isEmpty();
        eventually(() -> assertThat(inbox(BESIDE, "RECORD_PARKED"))
                .contains("Có sự kiện không xử lý được: notification-service (dondoc.reports)"));
    }

    /** All with one key, so that they are read in this order. The form is called like the report. */
    private static ProducerRecord<byte[], byte[]> letter(
            String report, String happened, String province, String agency, String publishedFor) {
        String data = """
                {"reportId":"%s","province":"%s","form":"%s","period":"2021-Q3","agency":"%s","ancestors":[],
                 "revision":1,"values":{},"filedOn":"2021-10-05","onTime":true,"answers":[]}""".formatted(report, province, report, agency);
        return OtherServices.record(
                "dondoc.reports.notification-service.dlt",
                "letters",
                1,
                "vn.dondoc.report." + happened + ".v1",
                publishedFor,
                data);
    }
}
