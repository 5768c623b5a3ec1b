package vn.dondoc.notifications.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.OFFICER;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.testkit.Eventually.eventually;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import vn.dondoc.access.AccessScope;
import vn.dondoc.contract.calendar.v1.CalendarDecided;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.task.v1.TaskCompleted;
import vn.dondoc.notifications.Heard;
import vn.dondoc.notifications.NotificationService;
import vn.dondoc.notifications.calendar.Calendars;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** A week of mornings: digests, quiet hours, who stands in, what nobody opened. In this order, since time goes on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DigestsIT {

    private static final String SUPERVISOR_A = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd");
    private static final String FURTHER_UP = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ct");
    private static final String DEPARTMENT = TestTokens.of(OFFICER, "VN-A", "VN-A.snv");
    private static final String DEPUTY = TestTokens.of(OFFICER, "VN-A", "VN-A.stc");

    /** Friday, ten in the morning, in Vietnam. */
    private static final Instant FRIDAY = Instant.parse("2021-10-08T03:00:00Z");

    private static GreenMail smtp;
    private static ServiceUnderTest service;
    private static Heard heard;

    @BeforeAll
    static void start() throws Exception {
        smtp = new GreenMail(ServerSetup.SMTP.dynamicPort());
        smtp.start();
        service = ServiceUnderTest.start(
                NotificationService.class,
                "notification-service",
                FRIDAY,
                "--dondoc.database=test_digests",
                "--DONDOC_SMTP_HOST=127.0.0.1",
                "--DONDOC_SMTP_PORT=" + smtp.getSmtp().getPort(),
                "--dondoc.channels.look=50ms",
                "--dondoc.digests.look=100ms",
                "--dondoc.mail.gather=0s");
        heard = new Heard();
        heard.agency("VN-A.snv", "VN-A.ubnd");
        heard.agency("VN-A.stc", "VN-A.ubnd");
        heard.agency("VN-A.ubnd", "VN-A.ct");
        heard.agency("VN-A.ct", null);
        heard.assign("warm-up", "VN-A.snv", "1/UBND");
        eventually(() -> assertThat(inbox(DEPARTMENT, "TASK_ASSIGNED")).hasSize(1));
    }

    @AfterAll
    static void stop() {
        heard.close();
        service.close();
        smtp.stop();
    }

    private static List<String> inbox(String token, String kind) {
        return service.get(token, "/api/v1/notices?limit=200&kind=" + kind)
                .body()
                .findValuesAsString("subject");
    }

    private static JsonNode next(String token, String kind) {
        return service.get(token, "/api/v1/digests/next")
                .body()
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> mails(String agency) {
        List<String> subjects = new ArrayList<>();
        try {
            for (var it : smtp.getReceivedMessages()) {
                if (it.getAllRecipients()[0].toString().equals(agency + "@a.example")) {
                    subjects.add(it.getSubject());
                }
            }
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
        return subjects;
    }

    private static void become(String instant) {
        service.clock().advance(Duration.between(service.clock().instant(), Instant.parse(instant)));
    }

    @Test
    @Order(1)
    void whatAnAgencyWantsIsCheckedAndKept() {
        var refused = service.put(
                DEPARTMENT,
                "/api/v1/preferences",
                Map.of(
                        "modes",
                        List.of(
                                Map.of("kind", "TASK_ASSIGNED", "channel", "MAIL", "mode", "OFF"),
                                Map.of("kind", "TASK_VERIFIED", "channel", "INBOX", "mode", "OFF"),
                                Map.of("kind", "TASK_VERIFIED", "channel", "mail", "mode", "OFF")),
                        "quietHours",
                        Map.of("from", "18:00", "to", "18:00", "daysOff", true),
                        "deputy",
                        Map.of("agency", "VN-B.snv", "from", "2021-10-11", "until", "2021-10-10")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/modes/0/mode",
                        "/modes/1/channel",
                        "/modes/2/channel",
                        "/quietHours/to",
                        "/deputy/agency",
                        "/deputy/until");
        assertThat(service.put(
                                DEPARTMENT,
                                "/api/v1/preferences",
                                Map.of(
                                        "modes",
                                        List.of(Map.of("kind", "TASK_RETURNED", "channel", "MAIL", "mode", "DAILY")),
                                        "quietHours",
                                        Map.of("from", "18:00", "to", "07:00", "daysOff", true),
                                        "dailyDigest",
                                        true,
                                        "languages",
                                        List.of("VI")))
                        .status())
                .isEqualTo(200);
        JsonNode holds = service.get(DEPARTMENT, "/api/v1/preferences").body();
        assertThat(holds.path("dailyDigest").asBoolean()).isTrue();
        assertThat(holds.path("languages").toString()).isEqualTo("[\"VI\"]");
        assertThat(service.get(DEPUTY, "/api/v1/preferences")
                        .body()
                        .path("dailyDigest")
                        .asBoolean())
                .as("another agency's choice is its own")
                .isFalse();
    }

    @Test
    @Order(2)
    void whatComesOnAFridayNightWaitsForTheMorningAndIsOneMail() throws Exception {
        eventually(() -> assertThat(mails("VN-A.snv")).hasSize(1));
        become("2021-10-08T12:00:00Z");
        heard.assign("night-1", "VN-A.snv", "4709/UBND");
        heard.assign("night-2", "VN-A.snv", "4709/UBND");
        eventually(() -> assertThat(inbox(DEPARTMENT, "TASK_ASSIGNED")).hasSize(3));
        become("2021-10-09T05:00:00Z");
        heard.assign("beside", "VN-A.stc", "1/UBND"); // whose mail comes at any hour
        eventually(() -> assertThat(mails("VN-A.stc")).hasSize(1));
        assertThat(mails("VN-A.snv")).as("Saturday noon is quiet").hasSize(1);
        assertThat(inbox(DEPARTMENT, "DAILY_DIGEST"))
                .as("on Friday morning, when it did not want one yet, and on Saturday there is none")
                .isEmpty();
    }

    @Test
    @Order(3)
    void onMondayMorningThereIsADigestForTheAgencyAndOneForWhoIsAbove() throws Exception {
        heard.miss("late-1", LocalDate.of(2021, 10, 6), 3, 1);
        eventually(() -> assertThat(inbox(SUPERVISOR_A, "DEADLINE_MISSED")).hasSize(1));
        become("2021-10-11T00:01:00Z");
        eventually(() -> assertThat(mails("VN-A.snv").stream().skip(1))
                .as("what waited over the week-end, when it is quiet no longer")
                .containsExactly("Đôn Đốc: 3 việc – 1 quá hạn, 2 nhiệm vụ mới"));
        JsonNode ofTheDepartment = next(DEPARTMENT, "DAILY_DIGEST");
        JsonNode ofWhoIsAbove = next(SUPERVISOR_A, "WEEKLY_DIGEST");
        assertThat(next(DEPARTMENT, "WEEKLY_DIGEST").path("subject").isMissingNode())
                .as("nobody is below it")
                .isTrue();
        assertThat(next(DEPUTY, "DAILY_DIGEST").path("wanted").asBoolean()).isFalse();
        become("2021-10-11T00:31:00Z");
        eventually(() -> assertThat(inbox(DEPARTMENT, "DAILY_DIGEST"))
                .containsExactly("Việc ngày 11/10/2021: 1 quá hạn, 3 sắp đến hạn"));
        eventually(() -> assertThat(inbox(SUPERVISOR_A, "WEEKLY_DIGEST"))
                .containsExactly("Việc tuần từ 11/10/2021 của các cơ quan trực thuộc: 1 quá hạn, 4 đến hạn"));
        String body = service.get(SUPERVISOR_A, "/api/v1/notices?kind=WEEKLY_DIGEST")
                .body()
                .path("items")
                .path(0)
                .path("body")
                .asString();
        assertThat(ofWhoIsAbove.path("wanted").asBoolean()).isTrue();
        assertThat(ofWhoIsAbove.path("day").asString()).isEqualTo("2021-10-11");
        assertThat(ofWhoIsAbove.path("body").asString())
                .as("what was shown before is what came")
                .isEqualTo(body);
        assertThat(ofTheDepartment.path("subject").asString())
                .isEqualTo("Việc ngày 11/10/2021: 1 quá hạn, 3 sắp đến hạn");
        assertThat(next(DEPARTMENT, "DAILY_DIGEST").path("day").asString())
                .as("this morning's is written, so the next is tomorrow's")
                .isEqualTo("2021-10-12");
        assertThat(next(SUPERVISOR_A, "WEEKLY_DIGEST").path("day").asString()).isEqualTo("2021-10-18");
        assertThat(body.lines().toList().get(1))
                .isEqualTo("Cơ quan VN-A.snv: quá hạn 3 ngày làm việc (hạn 06/10/2021) – quán triệt (1/UBND, mục 1)");
        eventually(() -> assertThat(mails("VN-A.snv").stream().skip(2))
                .containsExactly("Việc ngày 11/10/2021: 1 quá hạn, 3 sắp đến hạn"));
    }

    @Test
    @Order(4)
    void whatIsDoneIsInNoDigest() throws Exception {
        heard.send(
                "late-1",
                2,
                new TaskCompleted("late-1", "VN-A", "VN-A.snv", false, LocalDate.of(2021, 10, 11), null, null, null));
        heard.miss("late-1", LocalDate.of(2021, 10, 6), 3, 1); // heard again, and older
        heard.assign("after-it", "VN-A.snv", "1/UBND");
        eventually(() -> assertThat(inbox(DEPARTMENT, "TASK_ASSIGNED")).hasSize(4));
        become("2021-10-12T00:31:00Z");
        eventually(() -> assertThat(inbox(DEPARTMENT, "DAILY_DIGEST"))
                .contains("Việc ngày 12/10/2021: 0 quá hạn, 4 sắp đến hạn"));
        assertThat(inbox(SUPERVISOR_A, "WEEKLY_DIGEST")).as("once a week").hasSize(1);
    }

    @Test
    @Order(5)
    void whatNobodyOpenedInTwoWorkingDaysIsSaidToWhoIsAbove() {
        assertThat(inbox(SUPERVISOR_A, "NOT_OPENED"))
                .as("two working days before Tuesday the 12th is Friday the 8th")
                .containsExactly("2 cơ quan chưa mở việc cần xử lý ngày 08/10/2021");
        assertThat(service.get(SUPERVISOR_A, "/api/v1/notices?kind=NOT_OPENED")
                        .body()
                        .toString())
                .contains("Cơ quan VN-A.snv (4)", "Cơ quan VN-A.stc (1)");
    }

    @Test
    @Order(6)
    void aDayThatTheProvinceTakesOffHasNoMorning() throws Exception {
        heard.send(
                "VN-A/2021",
                1,
                new CalendarDecided("VN-A", 2021, "CONFIRMED", "1/QĐ", List.of(LocalDate.of(2021, 10, 13)), List.of()));
        heard.assign("marker", "VN-A.stc", "1/UBND");
        eventually(() -> assertThat(inbox(DEPUTY, "TASK_ASSIGNED")).hasSize(2));
        LocalDate taken = LocalDate.of(2021, 10, 13);
        Calendars calendars = service.bean(Calendars.class);
        eventually(() -> assertThat(
                        calendars.of(AccessScope.ofService("test"), "VN-A").isWorkingDay(taken))
                .isFalse());
        become("2021-10-13T00:31:00Z");
        Thread.sleep(500);
        assertThat(inbox(DEPARTMENT, "DAILY_DIGEST")).hasSize(2);
        become("2021-10-14T00:31:00Z");
        eventually(() -> assertThat(inbox(DEPARTMENT, "DAILY_DIGEST")).hasSize(3));
    }

    @Test
    @Order(7)
    void whoStandsInIsToldAsWellForATime() throws Exception {
        service.put(
                DEPARTMENT,
                "/api/v1/preferences",
                Map.of("deputy", Map.of("agency", "VN-A.stc", "from", "2021-10-14", "until", "2021-10-14")));
        heard.assign("stood-in", "VN-A.snv", "5/UBND");
        eventually(() -> assertThat(inbox(DEPUTY, "TASK_ASSIGNED"))
                .contains("[Thay Cơ quan VN-A.snv] Nhiệm vụ mới: rà soát stood-in"));
        assertThat(inbox(DEPARTMENT, "TASK_ASSIGNED")).contains("Nhiệm vụ mới: rà soát stood-in");
        become("2021-10-15T01:00:00Z");
        heard.assign("not-any-more", "VN-A.snv", "5/UBND");
        eventually(() -> assertThat(inbox(DEPARTMENT, "TASK_ASSIGNED")).contains("Nhiệm vụ mới: rà soát not-any-more"));
        assertThat(inbox(DEPUTY, "TASK_ASSIGNED")).noneMatch(it -> it.contains("not-any-more"));
    }

    @Test
    @Order(8)
    void aReportThatIsFiledAgainIsSaidToWhoIsAbove() throws Exception {
        heard.send(
                "report-1",
                1,
                new ReportCorrected(
                        "report-1",
                        "VN-A",
                        "BC_QUY",
                        "2021-Q3",
                        "VN-A.snv",
                        List.of(),
                        2,
                        Map.of(),
                        LocalDate.of(2021, 10, 14),
                        true,
                        List.of(),
                        "nhập nhầm",
                        null,
                        null));
        eventually(() -> assertThat(inbox(SUPERVISOR_A, "REPORT_CORRECTED"))
                .containsExactly("Báo cáo được nộp lại: BC_QUY, kỳ 2021-Q3"));
    }

    @Test
    @Order(9)
    void whatWhoIsAboveDoesNotOpenEitherGoesOn() throws Exception {
        eventually(() -> assertThat(inbox(FURTHER_UP, "NOT_OPENED"))
                .as("said on Tuesday the 12th; the 13th is off, so the second working day after it is Friday the 15th")
                .contains("1 cơ quan chưa mở việc cần xử lý ngày 12/10/2021"));
        assertThat(service.get(FURTHER_UP, "/api/v1/notices?kind=NOT_OPENED")
                        .body()
                        .toString())
                .contains("Cơ quan VN-A.ubnd (");
    }
}
