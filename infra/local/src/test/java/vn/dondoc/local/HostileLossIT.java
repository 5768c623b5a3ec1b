package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.testkit.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import vn.dondoc.embedded.store.EmbeddedStore;

/** What is lost is said, and what can be told again is. Each step goes on from the one before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileLossIT extends HostileAfternoon {

    private static String directive;

    @Test
    @Order(1)
    void aMailServerThatIsAwayForADayHasItsMailAfterwards() {
        system.stopMail();
        // What the set-up asks for may have been told in time.
        int before = system.mails().size();
        directive = takeIn("55", "1. Sở Nội vụ lập danh sách trước ngày 20/8/2021.");
        issue(directive);
        eventually(() -> assertThat(tasks(directive)).hasSize(1));
        for (int hours = 0; hours < 24; hours++) {
            clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
            pause(Duration.ofMillis(300));
        }
        assertThat(system.mails()).hasSize(before);
        system.startMail();
        eventually(() -> {
            clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
            assertThat(system.mails()).hasSizeGreaterThan(before);
        });
        row(14, "the mail server away for 24 h", "the mail came afterwards");
    }

    @Test
    @Order(2)
    void whatTheBrokerLostIsSaidAndToldAgain() throws Exception {
        String lead = "lead." + own.code();
        String values = "/api/v1/indicators/SHARE/values?period=2021-Q3&basis=FILED";
        file(own, "1", "4");
        file(own, "1", "4");
        eventually(() -> assertThat(figure(lead, values)).isEqualTo("25.0 of 2"));
        List<JsonNode> before = tasks(directive);
        int notices = notices();

        system.close();
        delete(folder.resolve("kafka"));
        startAgain();
        int port = system.ports().reporting();
        eventually(() -> assertThat(readiness(port)).isEqualTo(503));
        row(8, "the broker's log deleted, started", "readiness of reporting-service 503");
        file(own, "3", "4");
        pause(Duration.ofSeconds(12));
        assertThat(readiness(port))
                .as("what is told since does not hide what is lost")
                .isEqualTo(503);
        system.close();
        startAgain();
        eventually(() -> assertThat(readiness(system.ports().reporting())).isEqualTo(503));
        row(8, "one filed, started again", "readiness of reporting-service 503");

        RepublishCommand republish = new RepublishCommand(api, system.ports());
        for (String topic : List.of("agencies", "calendars", "definitions", "directives", "reports")) {
            republish.run(List.of(topic));
        }
        eventually(() -> system.ports()
                .services()
                .forEach((name, it) -> assertThat(readiness(it)).as(name).isEqualTo(200)));
        eventually(() -> assertThat(figure(lead, values)).isEqualTo("41.67 of 3"));
        row(8, "agencies, definitions, directives, reports told again", figure(lead, values));
        republish.run(List.of("reports"));
        republish.run(List.of("directives"));
        file(own, "3", "4");
        eventually(() -> assertThat(figure(lead, values)).isEqualTo("50.0 of 4"));
        row(8, "told again once more, one more filed", figure(lead, values));
        assertThat(tasks(directive)).as("nothing is done twice").isEqualTo(before);
        assertThat(notices()).as("nobody is told twice").isEqualTo(notices);
        for (Map.Entry<String, Integer> it : system.ports().services().entrySet()) {
            assertThat(api.get("operator", it.getValue(), "/actuator/parked"))
                    .as(it.getKey())
                    .isEmpty();
        }
    }

    @Test
    @Order(3)
    void aStoreThatWasCutIsNotServedAsIfItWereWhole() {
        system.close();
        try (EmbeddedStore store = EmbeddedStore.start(
                        folder.resolve("store"),
                        system.ports().store(),
                        system.access().storePassword());
                MongoClient client = MongoClients.create(system.access().storeUri(system.ports()))) {
            assertThat(client.getDatabase("dondoc_documents")
                            .getCollection("directives")
                            .deleteOne(new Document("_id", directive))
                            .getDeletedCount())
                    .isOne();
        }
        startAgain();
        eventually(() -> assertThat(readiness(system.ports().document())).isEqualTo(503));
        row(10, "a directive gone from the store, started", "readiness of document-service 503");
        assertThat(readiness(system.ports().task())).isEqualTo(200);
    }

    private static void issue(String id) {
        int port = system.ports().document();
        api.post("clerk." + own.code(), port, DIRECTIVES + "/" + id + "/check", Map.of());
        api.post("clerk." + own.code(), port, DIRECTIVES + "/" + id + "/issue", Map.of());
    }

    private static int readiness(int port) {
        return request(null, "GET", port, "/actuator/health/readiness", null).status();
    }

    /** Value and how many reported, of the province. */
    private static String figure(String user, String path) {
        for (JsonNode it : api.all(user, system.ports().reporting(), path)) {
            if (it.path("agency").asString().equals(own.root())) {
                return it.path("value").asString() + " of "
                        + it.path("reported").asInt();
            }
        }
        return "none";
    }

    private static int notices() {
        return api.all("supervisor." + own.code(), system.ports().notification(), "/api/v1/deliveries")
                .size();
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path it : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(it);
            }
        }
    }
}
