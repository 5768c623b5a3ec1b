package vn.dondoc.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.testkit.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.notifications.Heard;
import vn.dondoc.notifications.NotificationService;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** How notices go out, shown on a channel that the service does not know. */
class ChannelsIT {

    private static final String SUPERVISOR_A = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd");
    private static final LocalDate DUE = LocalDate.of(2021, 9, 14);

    private static ServiceUnderTest service;
    private static Heard heard;
    private static Fax fax;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.start(
                NotificationService.class,
                "notification-service",
                Instant.parse("2021-09-17T01:00:00Z"),
                "--dondoc.database=test_channels",
                "--dondoc.channels.look=50ms",
                "--dondoc.channels.batch=10",
                "--dondoc.channels.in-use=FAX");
        fax = service.bean(Fax.class);
        heard = new Heard();
        for (String code : List.of("takes", "hangs", "later", "never", "throws", "gone", "crowded", "endless")) {
            heard.agency("VN-A." + code, null);
        }
        miss("VN-A.takes", "warm-up");
        eventually(() -> assertThat(fax.arrived).contains("warm-up"));
    }

    @AfterAll
    static void stop() {
        heard.close();
        service.close();
    }

    private static void miss(String agency, String task) throws Exception {
        heard.miss(task, agency, DUE, 1, 1, List.of("INBOX", "FAX"));
    }

    @Test
    void aChannelIsOneClassAndItsName() throws Exception {
        miss("VN-A.takes", "fax-1");
        eventually(() -> assertThat(fax.arrived).contains("fax-1"));
        eventually(() -> assertThat(delivery("fax-1").path("status").asString()).isEqualTo("SENT"));
        assertThat(delivery("fax-1").path("log").path(0).path("answer").asString())
                .isEqualTo("OK");
    }

    @Test
    void oneThatStandsStillHoldsUpNobodyElse() throws Exception {
        var begun = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        fax.machines.put("VN-A.hangs", task -> {
            begun.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return new Deliver.Outcome.Delivered("at last");
        });
        for (int i = 0; i < 30; i++) {
            miss("VN-A.hangs", "hangs-" + i);
        }
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 30; i++) {
            miss("VN-A.takes", "beside-" + i);
        }
        eventually(() -> {
            service.clock().advance(Duration.ofSeconds(1));
            assertThat(arrived("beside-")).hasSize(30);
        });
        assertThat(arrived("hangs-")).isEmpty();
        mayGoOn.countDown();
        eventually(() -> {
            service.clock().advance(Duration.ofSeconds(5));
            assertThat(arrived("hangs-")).hasSize(30).doesNotHaveDuplicates();
        });
    }

    @Test
    void aBacklogForOneAddressGoesOutWithoutAPauseAndTheOthersBetweenIt() throws Exception {
        fax.machines.put("VN-A.crowded", task -> {
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return new Deliver.Outcome.Delivered("OK");
        });
        for (int i = 0; i < 150; i++) {
            miss("VN-A.crowded", "crowded-" + i);
        }
        miss("VN-A.takes", "between-1");
        eventually(() -> assertThat(arrived("between-")).hasSize(1));
        eventually(() -> assertThat(arrived("crowded-")).hasSize(150).doesNotHaveDuplicates());
    }

    @Test
    void whatTakesLongerThanPatienceIsBrokenOffAndTriedAgain() throws Exception {
        var asked = new AtomicInteger();
        fax.machines.put("VN-A.endless", task -> {
            if (asked.incrementAndGet() == 1) {
                try {
                    Thread.sleep(Duration.ofMinutes(5));
                } catch (InterruptedException brokenOff) {
                    return new Deliver.Outcome.Later("broken off", null);
                }
            }
            return new Deliver.Outcome.Delivered("OK");
        });
        miss("VN-A.endless", "endless-1");
        eventually(() -> assertThat(log("endless-1")).containsExactly("broken off"));
        eventually(() -> {
            service.clock().advance(Duration.ofSeconds(40));
            assertThat(arrived("endless-")).hasSize(1);
        });
    }

    @Test
    void whatMayGoBetterLaterIsTriedAgainWithGrowingPausesAndThenGivenUp() throws Exception {
        fax.machines.put("VN-A.later", task -> new Deliver.Outcome.Later("paper is out", null));
        miss("VN-A.later", "later-1");
        eventually(() -> assertThat(log("later-1")).hasSize(1));
        assertThat(delivery("later-1").path("status").asString()).isEqualTo("PENDING");
        Instant first = Instant.parse(delivery("later-1").path("nextAttemptAt").asString());
        assertThat(first)
                .isBetween(service.clock().instant(), service.clock().instant().plusSeconds(36));
        eventually(() -> {
            service.clock().advance(Duration.ofSeconds(40));
            assertThat(delivery("later-1").path("status").asString()).isEqualTo("FAILED");
        });
        assertThat(log("later-1")).containsExactly("paper is out", "paper is out", "paper is out");
    }

    @Test
    void theFarEndSaysHowLongItWantsToBeLeftAlone() throws Exception {
        var asked = new AtomicInteger();
        fax.machines.put("VN-A.throws", task -> {
            if (asked.incrementAndGet() == 1) {
                return new Deliver.Outcome.Later("busy", Duration.ofHours(2));
            }
            return new Deliver.Outcome.Delivered("OK");
        });
        Instant begun = service.clock().instant();
        miss("VN-A.throws", "alone-1");
        eventually(() -> assertThat(log("alone-1")).hasSize(1));
        assertThat(Instant.parse(delivery("alone-1").path("nextAttemptAt").asString()))
                .isAfterOrEqualTo(begun.plus(Duration.ofHours(2)));
        service.clock().advance(Duration.ofHours(3));
        eventually(() -> assertThat(arrived("alone-")).hasSize(1));
    }

    @Test
    void whatCannotGetBetterIsTriedOnce() throws Exception {
        fax.machines.put("VN-A.never", task -> new Deliver.Outcome.Never("no such number"));
        miss("VN-A.never", "never-1");
        eventually(
                () -> assertThat(delivery("never-1").path("status").asString()).isEqualTo("FAILED"));
        assertThat(delivery("never-1").path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void whatAChannelThrowsCountsAsAFailureThatMayPass() throws Exception {
        var asked = new AtomicInteger();
        fax.machines.put("VN-A.gone", task -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("line cut");
            }
            return new Deliver.Outcome.Delivered("OK");
        });
        miss("VN-A.gone", "gone-1");
        eventually(() -> {
            service.clock().advance(Duration.ofSeconds(40));
            assertThat(arrived("gone-")).hasSize(1);
        });
        eventually(() -> assertThat(log("gone-1")).hasSize(2));
        assertThat(log("gone-1").getFirst()).contains("line cut");
    }

    private static List<String> arrived(String tasks) {
        return List.copyOf(fax.arrived).stream()
                .filter(it -> it.startsWith(tasks))
                .toList();
    }

    private static List<String> log(String task) {
        List<String> answers = new ArrayList<>();
        delivery(task).path("log").forEach(it -> answers.add(it.path("answer").asString()));
        return answers;
    }

    private static JsonNode delivery(String task) {
        return service.get(SUPERVISOR_A, "/api/v1/deliveries?channel=FAX&task=" + task)
                .body()
                .path("items")
                .path(0);
    }
}
