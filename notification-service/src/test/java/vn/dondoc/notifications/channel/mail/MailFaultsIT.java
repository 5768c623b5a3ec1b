package vn.dondoc.notifications.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.ADMIN;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.notifications.channel.mail.ScriptedSmtp.Behaviour.DIES_AFTER_THE_MESSAGE;
import static vn.dondoc.notifications.channel.mail.ScriptedSmtp.Behaviour.HANGS;
import static vn.dondoc.notifications.channel.mail.ScriptedSmtp.Behaviour.NOT_NOW;
import static vn.dondoc.notifications.channel.mail.ScriptedSmtp.Behaviour.NO_SUCH_MAILBOX;
import static vn.dondoc.notifications.channel.mail.ScriptedSmtp.Behaviour.REFUSES_THE_MESSAGE;
import static vn.dondoc.testkit.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.notifications.Heard;
import vn.dondoc.notifications.NotificationService;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** A mail server that fails in every way it can. */
class MailFaultsIT {

    private static final String ADMIN_A = TestTokens.of(ADMIN, "VN-A", "VN-A.ubnd");
    private static final String SUPERVISOR_A = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd");

    private static ScriptedSmtp smtp;
    private static ServiceUnderTest service;
    private static Heard heard;

    @BeforeAll
    static void start() throws Exception {
        smtp = new ScriptedSmtp();
        service = ServiceUnderTest.start(
                NotificationService.class,
                "notification-service",
                Instant.parse("2021-10-08T03:00:00Z"),
                "--dondoc.database=test_mail_faults",
                "--DONDOC_SMTP_HOST=127.0.0.1",
                "--DONDOC_SMTP_PORT=" + smtp.port(),
                "--spring.mail.properties.mail.smtp.timeout=2000",
                "--dondoc.channels.look=50ms",
                "--dondoc.digests.look=100ms",
                "--dondoc.mail.gather=0s");
        heard = new Heard();
        for (String code : List.of("takes", "later", "nobody", "policy", "hangs", "dies")) {
            heard.agency("VN-A." + code, "VN-A.ubnd");
        }
        heard.agency("VN-A.ubnd", null);
        heard.assign("warm-up", "VN-A.takes", "1/UBND");
        eventually(() -> assertThat(smtp.at("VN-A.takes@a.example")).hasSize(1));
    }

    @AfterAll
    static void stop() {
        heard.close();
        service.close();
        smtp.close();
    }

    private static JsonNode delivery(String task) {
        return service.get(SUPERVISOR_A, "/api/v1/deliveries?channel=MAIL&task=" + task)
                .body()
                .path("items")
                .path(0);
    }

    private static String status(String task) {
        return delivery(task).path("status").asString();
    }

    @Test
    void notNowIsTriedAgain() throws Exception {
        smtp.behaviours.put("VN-A.later@a.example", NOT_NOW);
        heard.assign("later-1", "VN-A.later", "1/UBND");
        eventually(() -> assertThat(delivery("later-1").path("log")).hasSize(1));
        assertThat(delivery("later-1").path("log").path(0).path("answer").asString())
                .contains("451");
        assertThat(status("later-1")).isEqualTo("PENDING");
        smtp.behaviours.remove("VN-A.later@a.example");
        eventually(() -> {
            service.clock().advance(Duration.ofSeconds(40));
            assertThat(status("later-1")).isEqualTo("SENT");
        });
        assertThat(smtp.at("VN-A.later@a.example")).hasSize(1);
    }

    @Test
    void aMailboxThatDoesNotExistIsLeftAloneAndSaidSo() throws Exception {
        smtp.behaviours.put("VN-A.nobody@a.example", NO_SUCH_MAILBOX);
        heard.assign("nobody-1", "VN-A.nobody", "1/UBND");
        eventually(() -> assertThat(status("nobody-1")).isEqualTo("FAILED"));
        assertThat(delivery("nobody-1").path("attempts").asInt()).isEqualTo(1);
        JsonNode dead = service.get(ADMIN_A, "/api/v1/dead-mailboxes").body().path("items");
        assertThat(dead.findValuesAsString("agency")).containsExactly("VN-A.nobody");
        assertThat(dead.path(0).path("answer").asString()).contains("550");
        smtp.behaviours.remove("VN-A.nobody@a.example");
        heard.assign("nobody-2", "VN-A.nobody", "1/UBND");
        eventually(() -> assertThat(status("nobody-2")).isEqualTo("FAILED"));
        assertThat(smtp.at("VN-A.nobody@a.example")).as("nothing is sent there").isEmpty();
        service.clock().advance(Duration.ofDays(3));
        eventually(() -> assertThat(service.get(SUPERVISOR_A, "/api/v1/notices?kind=MAILBOX_DEAD")
                        .body()
                        .findValuesAsString("subject"))
                .containsExactly("Hộp thư không nhận được thư: VN-A.nobody@a.example"));
        assertThat(service.request(ADMIN_A, "DELETE", "/api/v1/dead-mailboxes/VN-A.nobody", null, Map.of())
                        .status())
                .isEqualTo(204);
        String id = delivery("nobody-2").path("id").asString();
        assertThat(service.post(ADMIN_A, "/api/v1/deliveries/" + id + "/retry", Map.of())
                        .status())
                .isEqualTo(200);
        eventually(() -> assertThat(smtp.at("VN-A.nobody@a.example")).hasSize(1));
    }

    @Test
    void aMessageThatIsRefusedForGoodIsNotTriedAgainAndItsMailboxLives() throws Exception {
        smtp.behaviours.put("VN-A.policy@a.example", REFUSES_THE_MESSAGE);
        heard.assign("policy-1", "VN-A.policy", "1/UBND");
        eventually(() -> assertThat(status("policy-1")).isEqualTo("FAILED"));
        assertThat(service.get(ADMIN_A, "/api/v1/dead-mailboxes").body().toString())
                .doesNotContain("VN-A.policy");
        smtp.behaviours.remove("VN-A.policy@a.example");
        heard.assign("policy-2", "VN-A.policy", "1/UBND");
        eventually(() -> assertThat(status("policy-2")).isEqualTo("SENT"));
    }

    @Test
    void aServerThatHangsAtOneMailboxHoldsUpNoOther() throws Exception {
        smtp.behaviours.put("VN-A.hangs@a.example", HANGS);
        heard.assign("hangs-1", "VN-A.hangs", "1/UBND");
        heard.assign("beside-1", "VN-A.takes", "1/UBND");
        eventually(() -> assertThat(status("beside-1")).isEqualTo("SENT"));
        eventually(() -> assertThat(delivery("hangs-1").path("log")).hasSize(1));
        assertThat(status("hangs-1")).as("it timed out, and is tried again").isEqualTo("PENDING");
        smtp.behaviours.remove("VN-A.hangs@a.example");
        eventually(() -> {
            service.clock().advance(Duration.ofSeconds(40));
            assertThat(status("hangs-1")).isEqualTo("SENT");
        });
    }

    @Test
    void whatAServerTookBeforeItDiedComesTwiceUnderOneId() throws Exception {
        smtp.behaviours.put("VN-A.dies@a.example", DIES_AFTER_THE_MESSAGE);
        heard.assign("dies-1", "VN-A.dies", "1/UBND");
        eventually(() -> assertThat(delivery("dies-1").path("log")).hasSize(1));
        smtp.behaviours.remove("VN-A.dies@a.example");
        eventually(() -> {
            service.clock().advance(Duration.ofSeconds(40));
            assertThat(status("dies-1")).isEqualTo("SENT");
        });
        assertThat(smtp.at("VN-A.dies@a.example")).hasSize(2);
        assertThat(smtp.at("VN-A.dies@a.example").stream()
                        .map(ScriptedSmtp.Taken::messageId)
                        .distinct())
                .as("which no sender can prevent, and every mail program sees")
                .hasSize(1);
    }
}
