package vn.dondoc.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.ADMIN;
import static vn.dondoc.access.Role.AUDITOR;
import static vn.dondoc.access.Role.CLERK;
import static vn.dondoc.access.Role.LEAD;
import static vn.dondoc.access.Role.OFFICER;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.access.Role.SYSTEM;
import static vn.dondoc.testkit.Eventually.eventually;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.access.Role;
import vn.dondoc.contract.task.v1.TaskCompleted;
import vn.dondoc.contract.task.v1.TaskContributed;
import vn.dondoc.contract.task.v1.TaskExtensionDecided;
import vn.dondoc.contract.task.v1.TaskExtensionRequested;
import vn.dondoc.contract.task.v1.TaskPressed;
import vn.dondoc.contract.task.v1.TaskReturned;
import vn.dondoc.testkit.AccessMatrix;
import vn.dondoc.testkit.AccessMatrix.Foreign;
import vn.dondoc.testkit.CheckedInOpenApi;
import vn.dondoc.testkit.ListRules;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

class NotificationServiceIT {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final String OFFICER_A = TestTokens.of(OFFICER, "VN-A", "VN-A.snv");
    private static final String SUPERVISOR_A = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd");

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
                Instant.parse("2021-09-17T01:00:00Z"),
                "--DONDOC_SMTP_HOST=127.0.0.1",
                "--DONDOC_SMTP_PORT=" + smtp.getSmtp().getPort(),
                "--dondoc.channels.look=100ms",
                "--dondoc.mail.gather=0s");
        heard = new Heard();
        heard.agency("VN-A.snv", "VN-A.ubnd");
        heard.agency("VN-A.ubnd", "VN-A.ct");
        heard.agency("VN-A.ct", null);
        heard.miss("warm-up", 1, 1);
        eventually(() -> assertThat(notices(OFFICER_A, "warm-up")).isEqualTo(1));
    }

    @AfterAll
    static void stop() {
        heard.close();
        service.close();
        smtp.stop();
    }

    @Test
    void tellsTheSupervisorOnceHoweverOftenTheRungIsHeard() throws Exception {
        for (int i = 0; i < 3; i++) {
            heard.miss("task-1", 3, 1);
        }
        eventually(() -> assertThat(mails("VN-A.ubnd", "task-1")).isEqualTo(1));
        eventually(() -> assertThat(notices(SUPERVISOR_A, "task-1")).isEqualTo(1));
        assertThat(service.get(SUPERVISOR_A, "/api/v1/notices?task=task-1")
                        .body()
                        .path("items")
                        .path(0)
                        .path("body")
                        .asString())
                .as("who answers for it is named by the post")
                .contains("Giám đốc VN-A.snv");
        heard.miss("task-2", 3, 1);
        eventually(() -> assertThat(mails("VN-A.ubnd", "task-2")).isEqualTo(1));
        assertThat(mails("VN-A.ubnd", "task-1")).isEqualTo(1);
    }

    @Test
    void theSameRungOfAnotherLastDayIsAnother() throws Exception {
        heard.miss("task-7", LocalDate.of(2021, 9, 14), 1, 1);
        heard.miss("task-7", LocalDate.of(2021, 10, 14), 1, 2);
        heard.miss("task-7", LocalDate.of(2021, 10, 14), 1, 2);
        eventually(() -> assertThat(notices(OFFICER_A, "task-7")).isEqualTo(2));
    }

    @Test
    void aRungOfAnEarlierReleaseIsStillSaid() throws Exception {
        var before = new vn.dondoc.contract.task.v1.TaskDeadlineMissed(
                "task-8",
                "VN-A",
                "VN-A.snv",
                "T+3",
                3,
                LocalDate.of(2021, 9, 14),
                "quán triệt",
                "1/UBND",
                "1",
                false,
                List.of());
        heard.send("task-8", 1, before);
        eventually(() -> assertThat(mails("VN-A.ubnd", "task-8")).isEqualTo(1));
        assertThat(notices(OFFICER_A, "task-8")).isEqualTo(1);
    }

    @Test
    void whoCanActIsToldWhatIsAskedAndWhoAskedWhatWasDecided() throws Exception {
        LocalDate due = LocalDate.of(2021, 9, 14);
        heard.send(
                "task-9",
                1,
                new TaskExtensionRequested(
                        "task-9",
                        "VN-A",
                        "VN-A.snv",
                        due,
                        due.plusDays(7),
                        "chờ số liệu",
                        null,
                        "quán triệt",
                        "1/UBND",
                        "1"));
        eventually(() -> assertThat(notices(SUPERVISOR_A, "task-9")).isEqualTo(1));
        assertThat(body(SUPERVISOR_A, "task-9")).contains("21/09/2021", "chờ số liệu", "Cơ quan VN-A.snv");
        assertThat(notices(OFFICER_A, "task-9")).isZero();
        heard.send(
                "task-9",
                2,
                new TaskExtensionDecided(
                        "task-9", "VN-A", "VN-A.snv", true, due.plusDays(7), "đồng ý", "quán triệt", "1/UBND", "1"));
        eventually(() -> assertThat(notices(OFFICER_A, "task-9")).isEqualTo(1));
        assertThat(body(OFFICER_A, "task-9")).contains("gia hạn đến hết ngày 21/09/2021");
        heard.send(
                "task-9",
                3,
                new TaskReturned("task-9", "VN-A", "VN-A.snv", "thiếu phụ lục", due, "quán triệt", "1/UBND", "1"));
        eventually(() -> assertThat(notices(OFFICER_A, "task-9")).isEqualTo(2));
    }

    @Test
    void whoIsPressedIsToldInTheWordsOfWhoPressesOnceHoweverOftenItIsHeard() throws Exception {
        var pressed = new TaskPressed(
                "task-12",
                "VN-A",
                "VN-A.snv",
                "chậm nhất là thứ Sáu",
                LocalDate.of(2021, 9, 14),
                "lập danh mục",
                "1/UBND",
                "1");
        heard.send("task-12", 1, pressed);
        heard.send("task-12", 1, pressed);
        eventually(() -> assertThat(mails("VN-A.snv", "task-12")).isEqualTo(1));
        assertThat(notices(OFFICER_A, "task-12")).isEqualTo(1);
        assertThat(body(OFFICER_A, "task-12")).contains("đôn đốc", "chậm nhất là thứ Sáu", "14/09/2021");
    }

    @Test
    void theInboxIsSearchedByWordsWithAndWithoutDiacritics() throws Exception {
        heard.send(
                "task-10",
                1,
                new TaskReturned("task-10", "VN-A", "VN-A.snv", "thiếu", null, "kiểm kê tài sản", "1/UBND", "1"));
        eventually(() -> assertThat(notices(OFFICER_A, "task-10")).isEqualTo(1));
        assertThat(found("q=kiem+ke")).containsExactly("task-10");
        assertThat(found("q=KIỂM+tài+sản&limit=1")).containsExactly("task-10");
        assertThat(found("q=kiểm+toán")).isEmpty();
        assertThat(found("q=kiem+ke&kind=TASK_VERIFIED")).isEmpty();
        heard.send(
                "task-11",
                1,
                new TaskContributed(
                        "task-11", "VN-A", "VN-A.ct", "d", "số liệu", List.of("VN-A.snv"), "phối hợp", "1/UBND", "1"));
        eventually(() -> assertThat(found("q=co+quan+VN-A.ct")).containsExactly("task-11"));
    }

    private static List<String> found(String query) {
        return service.get(OFFICER_A, "/api/v1/notices?" + query).body().findValuesAsString("taskId");
    }

    private static String body(String token, String task) {
        return service.get(token, "/api/v1/notices?task=" + task)
                .body()
                .path("items")
                .path(0)
                .path("body")
                .asString();
    }

    @Test
    void theSupervisorsSupervisorIsToldLater() throws Exception {
        heard.miss("task-3", 7, 1);
        eventually(() -> assertThat(mails("VN-A.ct", "task-3")).isEqualTo(1));
    }

    @Test
    void mailThatCannotGoOutIsTriedAgainAndNotLost() throws Exception {
        int port = smtp.getSmtp().getPort();
        smtp.stop();
        heard.miss("task-4", 1, 1);
        eventually(() -> assertThat(service.get(SUPERVISOR_A, "/api/v1/deliveries?channel=MAIL&recipient=VN-A.snv")
                        .body()
                        .toString())
                .contains("\"status\":\"PENDING\""));
        smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        eventually(() -> {
            service.clock().advance(Duration.ofMinutes(10));
            assertThat(mails("VN-A.snv", "task-4")).isEqualTo(1);
        });
        assertThat(smtp.getReceivedMessages()[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(smtp.getReceivedMessages()[0].getHeader("Message-ID")[0]).matches("<[0-9a-f-]{36}@.+>");
    }

    @Test
    void whatIsDueToOneMailboxIsOneMessageAndWhatIsNoLongerTrueIsNotSent() throws Exception {
        int port = smtp.getSmtp().getPort();
        smtp.stop();
        for (int i = 0; i < 5; i++) {
            heard.miss("many-" + i, 3, 1);
        }
        eventually(() -> assertThat(statuses("VN-A.ubnd", "many-")).hasSize(5).containsOnly("PENDING"));
        heard.send(
                "many-4",
                2,
                new TaskCompleted("many-4", "VN-A", "VN-A.snv", false, LocalDate.of(2021, 9, 20), null, null, null));
        eventually(() -> assertThat(statuses("VN-A.ubnd", "many-")).contains("SUPERSEDED"));
        smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        eventually(() -> {
            service.clock().advance(Duration.ofMinutes(10));
            assertThat(statuses("VN-A.ubnd", "many-"))
                    .containsExactlyInAnyOrder("SENT", "SENT", "SENT", "SENT", "SUPERSEDED");
        });
        List<String> texts = new ArrayList<>();
        for (var it : smtp.getReceivedMessages()) {
            if (it.getAllRecipients()[0].toString().equals("VN-A.ubnd@a.example")) {
                texts.add(it.getSubject());
            }
        }
        assertThat(texts)
                .as("one message for all, with what else waited for the mailbox")
                .filteredOn(it -> it.matches("Đôn Đốc: ([4-9]|\\d\\d+) việc – .*quá hạn.*"))
                .hasSize(1);
    }

    private static List<String> statuses(String recipient, String tasks) {
        return service.get(SUPERVISOR_A, "/api/v1/deliveries?limit=200&channel=MAIL&recipient=" + recipient)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("taskId").asString().startsWith(tasks))
                .map(it -> it.path("status").asString())
                .toList();
    }

    @Test
    void letsNobodyThroughWhoMayNotCome() throws Exception {
        heard.miss("task-5", 3, 1);
        eventually(() -> assertThat(notices(OFFICER_A, "task-5")).isEqualTo(1));
        String id = service.get(OFFICER_A, "/api/v1/notices?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("taskId").asString().equals("task-5"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        heard.miss("task-6", 3, 1);
        eventually(() -> assertThat(notices(OFFICER_A, "task-6")).isEqualTo(1));
        String admin = TestTokens.of(ADMIN, "VN-A", "VN-A.snv");
        for (String name : List.of("ONLY-A", "FIRST", "SECOND")) {
            service.put(
                    admin, "/api/v1/webhooks/" + name, Map.of("address", "https://93.184.215.14/", "enabled", false));
        }
        List<String> lists = new ArrayList<>(ListRules.violations(service, SUPERVISOR_A, Map.of()));
        lists.removeIf(it -> it.startsWith("/api/v1/notices has") || it.startsWith("/api/v1/webhooks"));
        List<String> officers = ListRules.violations(service, OFFICER_A, Map.of());
        officers.stream().filter(it -> it.startsWith("/api/v1/notices")).forEach(lists::add);
        List<String> admins = ListRules.violations(service, admin, Map.of());
        admins.stream().filter(it -> it.startsWith("/api/v1/webhooks")).forEach(lists::add);
        assertThat(lists).isEmpty();
        List<String> violations = new AccessMatrix(service, "VN-A", "VN-A.snv", "VN-B", "VN-B.snv")
                .row("GET", "/api/v1/notices", "/api/v1/notices", EVERYBODY, null, Foreign.EMPTY)
                .row("GET", "/api/v1/notices/{id}", "/api/v1/notices/" + id, EVERYBODY, null, Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/notices/{id}/acknowledgement",
                        "/api/v1/notices/" + id + "/acknowledgement",
                        EnumSet.of(CLERK, OFFICER, LEAD, SUPERVISOR, SYSTEM),
                        Map.of(),
                        Foreign.NOT_FOUND)
                .row("GET", "/api/v1/notices/summary", "/api/v1/notices/summary", EVERYBODY, null, Foreign.EMPTY)
                .row("GET", "/api/v1/digests/next", "/api/v1/digests/next", EVERYBODY, null, Foreign.OWN_ONLY)
                .row(
                        "GET",
                        "/api/v1/notices/stream",
                        "/api/v1/notices/stream?seconds=1",
                        EVERYBODY,
                        null,
                        Map.of("Last-Event-ID", "0"),
                        Foreign.EMPTY)
                .row(
                        "POST",
                        "/api/v1/notices/marks",
                        "/api/v1/notices/marks",
                        EnumSet.of(CLERK, OFFICER, LEAD, SUPERVISOR, SYSTEM),
                        Map.of("ids", List.of(id), "as", "READ"),
                        Foreign.OWN_ONLY)
                .row("GET", "/api/v1/preferences", "/api/v1/preferences", EVERYBODY, null, Foreign.OWN_ONLY)
                .row(
                        "PUT",
                        "/api/v1/preferences",
                        "/api/v1/preferences",
                        EnumSet.of(CLERK, OFFICER, LEAD, SUPERVISOR, ADMIN),
                        Map.of(),
                        Foreign.OWN_ONLY)
                .row(
                        "GET",
                        "/api/v1/preferences/default",
                        "/api/v1/preferences/default",
                        EVERYBODY,
                        null,
                        Foreign.OWN_ONLY)
                .row(
                        "PUT",
                        "/api/v1/preferences/default",
                        "/api/v1/preferences/default",
                        EnumSet.of(CLERK, ADMIN),
                        Map.of(),
                        Foreign.OWN_ONLY)
                .row(
                        "GET",
                        "/api/v1/dead-mailboxes",
                        "/api/v1/dead-mailboxes",
                        EnumSet.of(SUPERVISOR, AUDITOR, ADMIN),
                        null,
                        Foreign.EMPTY)
                .rowDecidedInside(
                        "DELETE",
                        "/api/v1/dead-mailboxes/{agency}",
                        "/api/v1/dead-mailboxes/VN-A.snv",
                        EnumSet.of(ADMIN),
                        null)
                .row(
                        "PUT",
                        "/api/v1/webhooks/{name}",
                        "/api/v1/webhooks/MATRIX",
                        EnumSet.of(ADMIN),
                        Map.of("address", "https://93.184.215.14/matrix", "enabled", false),
                        Foreign.OWN_ONLY)
                .row("GET", "/api/v1/webhooks", "/api/v1/webhooks", EnumSet.of(ADMIN, AUDITOR), null, Foreign.OWN_ONLY)
                .row(
                        "GET",
                        "/api/v1/webhooks/{name}",
                        "/api/v1/webhooks/ONLY-A",
                        EnumSet.of(ADMIN, AUDITOR),
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/webhooks/{name}/secret",
                        "/api/v1/webhooks/ONLY-A/secret",
                        EnumSet.of(ADMIN),
                        Map.of(),
                        Foreign.NOT_FOUND)
                .rowDecidedInside("DELETE", "/api/v1/webhooks/{name}", "/api/v1/webhooks/NONE", EnumSet.of(ADMIN), null)
                .rowDecidedInside(
                        "POST",
                        "/api/v1/deliveries/{id}/retry",
                        "/api/v1/deliveries/" + id + "/retry",
                        EnumSet.of(SUPERVISOR, ADMIN),
                        Map.of())
                .row(
                        "GET",
                        "/api/v1/deliveries",
                        "/api/v1/deliveries",
                        EnumSet.of(SUPERVISOR, AUDITOR, ADMIN),
                        null,
                        Foreign.EMPTY)
                .violations();
        assertThat(violations).isEmpty();
    }

    @Test
    void theOpenApiDocumentIsUpToDate() {
        CheckedInOpenApi.compare(service, "notification-service");
    }

    private static long notices(String token, String task) {
        return service.get(token, "/api/v1/notices?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("taskId").asString().equals(task))
                .count();
    }

    /** Mails about the same task carry the same id, so the subject cannot tell them apart; the delivery log can. */
    private static long mails(String recipient, String task) {
        return service.get(SUPERVISOR_A, "/api/v1/deliveries?limit=200&channel=MAIL&recipient=" + recipient)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("taskId").asString().equals(task))
                .filter(it -> it.path("status").asString().equals("SENT"))
                .count();
    }
}
