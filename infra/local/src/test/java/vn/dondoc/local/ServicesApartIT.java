package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.local.Apart.awaiting;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.dondoc.local.story.Api;

/**
 * The four services as their own Boot jars, the broker and the store as processes of their own. Each is killed, not
 * stopped; the others go on, and it catches up when it is back.
 */
class ServicesApartIT {

    private static final Catalogue.Province PROVINCE = Catalogue.provinces().getFirst();

    @TempDir
    Path folder;

    private Apart apart;
    private Ports ports;
    private Api api;

    @BeforeEach
    void start() {
        apart = Apart.start(folder);
        ports = apart.ports();
        api = apart.api();
    }

    @AfterEach
    void stop() throws InterruptedException {
        apart.close();
    }

    @Test
    void anyOfThemCanDieWhileTheOthersGoOnAndCatchesUpWhenItIsBack() throws Exception {
        List.of("document-service", "task-service", "reporting-service", "notification-service")
                .forEach(apart::startService);
        List.of("document-service", "task-service", "reporting-service", "notification-service")
                .forEach(apart::awaitReady);
        api.postCsv("admin." + PROVINCE.code(), ports.document(), "/api/v1/agencies/import", PROVINCE.csv());

        String first = issue("04-nghe-an-cong-van.txt");
        Map<String, Integer> asked = asked(first);
        int all = asked.values().stream().mapToInt(it -> it).sum();
        assertThat(all).isGreaterThan(200);
        awaiting(60, () -> assertThat(tasks(first)).isEqualTo(all));
        awaiting(60, () -> assertThat(inbox("VN-22.snv")).isEqualTo(asked.get("VN-22.snv")));

        apart.kill("task-service");
        apart.kill("notification-service");
        // It has no date, so its phrases are read as of today, when there are no districts any more.
        String second = issue("05-nghe-an-khac-phuc.txt");
        assertThat(api.get("clerk.VN-22", ports.reporting(), "/api/v1/obligations")
                        .path("items"))
                .isEmpty();
        apart.startService("task-service");
        apart.awaitReady("task-service");
        Map<String, Integer> askedToday = asked(second);
        int more = askedToday.values().stream().mapToInt(it -> it).sum();
        assertThat(more).isBetween(50, all - 1);
        awaiting(60, () -> assertThat(tasks(second)).isEqualTo(more));
        assertThat(tasks(first)).isEqualTo(all);

        apart.kill("document-service");
        assertThat(tasks(first)).as("tasks are served without the documents").isEqualTo(all);
        apart.startService("notification-service");
        apart.awaitReady("notification-service");
        awaiting(
                60,
                () -> assertThat(inbox("VN-22.snv")).isEqualTo(asked.get("VN-22.snv") + askedToday.get("VN-22.snv")));

        apart.kill("broker");
        String taken = api.all("officer.VN-22.snv", ports.task(), "/api/v1/tasks")
                .getFirst()
                .path("id")
                .asString();
        api.post("officer.VN-22.snv", ports.task(), "/api/v1/tasks/" + taken + "/acceptance", Map.of());
        apart.startBroker();
        awaiting(
                90,
                () -> assertThat(outboxDepth())
                        .as("what was accepted while the broker was dead")
                        .isEqualTo("0.0"));
    }

    private String issue(String sample) {
        String id = api.post(
                        "clerk.VN-22",
                        ports.document(),
                        "/api/v1/directives/intake",
                        Map.of("sourceName", sample, "text", Catalogue.resource("/samples/" + sample)))
                .path("id")
                .asString();
        api.post("clerk.VN-22", ports.document(), "/api/v1/directives/" + id + "/check", Map.of());
        api.post("clerk.VN-22", ports.document(), "/api/v1/directives/" + id + "/issue", Map.of());
        return id;
    }

    /** Of how many clauses each agency was named by a phrase when the directive was issued. */
    private Map<String, Integer> asked(String directive) {
        JsonNode issued = api.get("clerk.VN-22", ports.document(), "/api/v1/directives/" + directive);
        Map<String, List<String>> named = new HashMap<>();
        issued.path("groups")
                .forEach(it -> named.put(
                        it.path("phrase").asString(),
                        it.path("agencies")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
        Map<String, Integer> asked = new HashMap<>();
        for (JsonNode provision : issued.path("reading").path("provisions")) {
            Set<String> agencies = new HashSet<>();
            for (String field : List.of("assignees", "cooperating")) {
                provision.path(field).forEach(it -> agencies.addAll(named.getOrDefault(it.asString(), List.of())));
            }
            agencies.forEach(it -> asked.merge(it, 1, Integer::sum));
        }
        return asked;
    }

    private int tasks(String directive) {
        return api.all("clerk.VN-22", ports.task(), "/api/v1/tasks?directive=" + directive)
                .size();
    }

    private int inbox(String agency) {
        return api.all("officer." + agency, ports.notification(), "/api/v1/notices")
                .size();
    }

    private String outboxDepth() {
        String metrics = api.request(null, "GET", ports.task(), "/actuator/prometheus", null, "text/plain")
                .body()
                .asString();
        return metrics.lines()
                .filter(it -> it.startsWith("dondoc_outbox_depth"))
                .map(it -> it.substring(it.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("?");
    }
}
