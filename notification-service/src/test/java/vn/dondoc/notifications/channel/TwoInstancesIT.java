package vn.dondoc.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.testkit.Eventually.eventually;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.access.AccessScope;
import vn.dondoc.notifications.Heard;
import vn.dondoc.notifications.NotificationService;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.testkit.ServiceUnderTest;

/** Two of the service beside each other, and one that leaves in the middle: nothing is lost and nothing comes twice. */
class TwoInstancesIT {

    private static final AccessScope SELF = AccessScope.ofService("test");
    private static final LocalDate DUE = LocalDate.of(2021, 9, 14);
    private static final int AGENCIES = 8;
    private static final int TASKS = 240;

    private static final List<ServiceUnderTest> instances = new ArrayList<>();
    private static Heard heard;

    @BeforeAll
    static void start() throws Exception {
        for (int i = 0; i < 2; i++) {
            instances.add(ServiceUnderTest.start(
                    NotificationService.class,
                    "notification-service",
                    Instant.parse("2021-09-17T01:00:00Z"),
                    "--dondoc.database=test_two_instances",
                    "--dondoc.channels.look=20ms",
                    "--dondoc.channels.batch=10",
                    "--dondoc.channels.in-use=FAX"));
        }
        heard = new Heard();
        for (int i = 0; i < AGENCIES; i++) {
            heard.agency(agency(i), null);
        }
        miss(0);
        eventually(() -> assertThat(arrived()).contains("two-0"));
    }

    @AfterAll
    static void stop() {
        heard.close();
        instances.forEach(ServiceUnderTest::close);
    }

    private static String agency(int i) {
        return "VN-A.two-" + i % AGENCIES;
    }

    private static void miss(int task) throws Exception {
        heard.miss("two-" + task, agency(task), DUE, 1, 1, List.of("INBOX", "FAX"));
    }

    private static List<String> arrived() {
        List<String> all = new ArrayList<>();
        instances.forEach(it -> all.addAll(List.copyOf(it.bean(Fax.class).arrived)));
        return all;
    }

    @Test
    void eachNoticeArrivesOnceAndEachInboxIsWhole() throws Exception {
        List<String> ofTheFirst = new ArrayList<>();
        for (int task = 1; task < TASKS; task++) {
            miss(task);
            if (task == TASKS / 2) {
                eventually(() -> assertThat(instances.get(1).bean(Fax.class).arrived)
                        .as("both take part")
                        .isNotEmpty());
                ServiceUnderTest leaving = instances.removeFirst();
                Fax fax = leaving.bean(Fax.class);
                leaving.close();
                ofTheFirst.addAll(List.copyOf(fax.arrived));
            }
        }
        assertThat(ofTheFirst).as("both take part").isNotEmpty();
        eventually(() -> {
            List<String> all = new ArrayList<>(ofTheFirst);
            all.addAll(arrived());
            assertThat(all)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, TASKS)
                            .mapToObj(it -> "two-" + it)
                            .toList());
        });
        Notices notices = instances.getFirst().bean(Notices.class);
        for (int i = 0; i < AGENCIES; i++) {
            assertThat(notices.behind(SELF, agency(i), 0, 1_000).stream()
                            .map(it -> ((Way.Inbox) it.state().way()).position()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, TASKS / AGENCIES).boxed().toList());
        }
    }
}
