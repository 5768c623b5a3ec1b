package vn.dondoc.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.ADMIN;
import static vn.dondoc.access.Role.CLERK;
import static vn.dondoc.access.Role.LEAD;
import static vn.dondoc.access.Role.OFFICER;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.access.Role.SYSTEM;
import static vn.dondoc.testkit.AccessMatrix.Foreign.NOT_FOUND;
import static vn.dondoc.testkit.AccessMatrix.Foreign.OWN_ONLY;
import static vn.dondoc.testkit.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;
import vn.dondoc.access.Role;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.directive.v1.AgencyGroup;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Provision;
import vn.dondoc.contract.directive.v1.TimeLimit;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Parking;
import vn.dondoc.tasks.deadline.StoreClock;
import vn.dondoc.testkit.AccessMatrix;
import vn.dondoc.testkit.CheckedInOpenApi;
import vn.dondoc.testkit.ListRules;
import vn.dondoc.testkit.OtherServices;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

class TaskServiceIT {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> AGENCY = EnumSet.of(OFFICER, SYSTEM);
    private static final Set<Role> ASSIGNERS = EnumSet.of(CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM);
    private static final Set<Role> DECIDERS = EnumSet.of(CLERK, ADMIN);
    private static final String SUPERVISOR_A = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd");

    private static ServiceUnderTest service;
    private static OtherServices others;

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                TaskService.class,
                "task-service",
                Instant.parse("2021-08-03T01:00:00Z"),
                "--dondoc.deadlines.sweep-interval=100ms",
                "--dondoc.deadlines.clock-tolerance=0s");
        others = new OtherServices();
    }

    @AfterAll
    static void stop() {
        others.close();
        service.close();
    }

    @Test
    void assignsOneTaskPerClauseAndAgencyHoweverOftenTheDirectiveIsHeard() throws Exception {
        DirectiveIssued directive = directive("VN-A", "VN-A.snv", "VN-A.stc");
        for (int i = 0; i < 3; i++) {
            send(directive, 1, Contracts.json().writeValueAsBytes(directive));
        }
        eventually(() -> assertThat(tasks(SUPERVISOR_A, directive)).hasSize(3));
        send(directive, 1, Contracts.json().writeValueAsBytes(directive));
        DirectiveIssued after = directive("VN-A", "VN-A.snv");
        send(after, 1, Contracts.json().writeValueAsBytes(after));
        eventually(() -> assertThat(tasks(SUPERVISOR_A, after)).hasSize(2));
        assertThat(tasks(SUPERVISOR_A, directive)).hasSize(3);
        JsonNode dated = tasks(SUPERVISOR_A, directive).stream()
                .filter(it -> it.path("assignment").path("timeLimit").asString().equals("DATED"))
                .findFirst()
                .orElseThrow();
        assertThat(dated.path("assignment").path("dueOn").asString())
                .as("trước ngày 15/9 leaves the 14th")
                .isEqualTo("2021-09-14");
    }

    @Test
    void parksAPoisonedAggregateWithAllBehindItWhileOthersFlow() throws Exception {
        DirectiveIssued poisoned = directive("VN-A", "VN-A.syt");
        send(poisoned, 1, "not json".getBytes(StandardCharsets.UTF_8));
        send(poisoned, 2, Contracts.json().writeValueAsBytes(poisoned));
        DirectiveIssued healthy = directive("VN-A", "VN-A.sct");
        send(healthy, 1, Contracts.json().writeValueAsBytes(healthy));

        eventually(() -> assertThat(tasks(SUPERVISOR_A, healthy)).hasSize(2));
        Parking parking = service.bean(Parking.class);
        eventually(() -> assertThat(parked(parking, poisoned)).hasSize(2));
        assertThat(tasks(SUPERVISOR_A, poisoned)).isEmpty();
        assertThat(parked(parking, poisoned).getFirst().reason()).contains("unreadable");
        assertThat(parked(parking, poisoned).getLast().reason())
                .contains("an earlier event of this aggregate is parked");
    }

    @Test
    void aDirectiveThatNamesAnAgencyOfAnotherProvinceIsPutAside() throws Exception {
        DirectiveIssued foreign = directive("VN-A", "VN-A.snn", "VN-B.snv");
        send(foreign, 1, Contracts.json().writeValueAsBytes(foreign));
        DirectiveIssued renamed = directive("VN-B", "VN-B.snv");
        others.say(OtherServices.record(
                "dondoc.directives",
                renamed.directiveId(),
                1,
                Contracts.typeOf(DirectiveIssued.class),
                "VN-A",
                Contracts.json().writeValueAsString(renamed)));
        Parking parking = service.bean(Parking.class);
        eventually(() -> {
            assertThat(parked(parking, foreign)).hasSize(1);
            assertThat(parked(parking, renamed)).hasSize(1);
        });
        assertThat(parked(parking, foreign).getFirst().reason()).contains("VN-B.snv is no agency of VN-A");
        assertThat(parked(parking, renamed).getFirst().reason()).contains("under the name of VN-A");
        assertThat(tasks(SUPERVISOR_A, foreign)).isEmpty();
    }

    @Test
    void toleratesAFieldOfALaterReleaseAndParksWhatLacksARequiredOne() throws Exception {
        DirectiveIssued later = directive("VN-A", "VN-A.stt");
        String data = Contracts.json().writeValueAsString(later);
        send(later, 1, data.replaceFirst("\\{", "{\"addedInALaterRelease\":1,").getBytes(StandardCharsets.UTF_8));
        eventually(() -> assertThat(tasks(SUPERVISOR_A, later)).hasSize(2));

        DirectiveIssued without = directive("VN-A", "VN-A.stp");
        send(
                without,
                1,
                Contracts.json()
                        .writeValueAsString(without)
                        .replace("\"province\":\"VN-A\"", "\"province\":null")
                        .getBytes(StandardCharsets.UTF_8));
        Parking parking = service.bean(Parking.class);
        eventually(() -> assertThat(parked(parking, without)).hasSize(1));
        assertThat(parked(parking, without).getFirst().reason()).contains("unreadable");
    }

    @Test
    void aReplayThatStillFailsLeavesEverythingParkedInOrder() throws Exception {
        DirectiveIssued unknownFirst = directive("VN-A", "VN-A.sxd");
        byte[] data = Contracts.json().writeValueAsBytes(unknownFirst);
        others.say(record(unknownFirst, 1, "vn.dondoc.directive.imagined.v1", data));
        send(unknownFirst, 2, data);
        Parking parking = service.bean(Parking.class);
        eventually(() -> assertThat(parked(parking, unknownFirst)).hasSize(2));
        String sequence = parking.all().stream()
                .filter(it -> it.key().equals(unknownFirst.directiveId()))
                .findFirst()
                .orElseThrow()
                .id();
        Inbox inbox = service.bean(Inbox.class);
        Inbox.Replayed again = inbox.replay(sequence);
        assertThat(again.handled()).isZero();
        assertThat(again.reason()).contains("nobody handles or ignores vn.dondoc.directive.imagined.v1");
        assertThat(parked(parking, unknownFirst)).hasSize(2);
        assertThat(tasks(SUPERVISOR_A, unknownFirst)).isEmpty();

        Parking.ParkedRecord first = parked(parking, unknownFirst).getFirst();
        assertThat(parking.discard(sequence, first.partition(), first.offset() + 1, "không phải nó", "operator"))
                .as("another than is meant")
                .isFalse();
        assertThat(parking.discard(
                        sequence, first.partition(), first.offset(), "loại sự kiện không có thật", "operator"))
                .isTrue();
        assertThat(inbox.replay(sequence)).isEqualTo(new Inbox.Replayed(sequence, 1, null));
        assertThat(parked(parking, unknownFirst)).isEmpty();
        assertThat(tasks(SUPERVISOR_A, unknownFirst))
                .as("what waited behind the one that was given up")
                .hasSize(2);
        Document kept = service.bean(MongoOperations.class)
                .getCollection("discarded")
                .find(new Document("_id", sequence + "@" + first.partition() + "/" + first.offset()))
                .first();
        assertThat(kept)
                .containsEntry("discardedBy", "operator")
                .containsEntry("discardedBecause", "loại sự kiện không có thật");
        assertThat(parking.discard(sequence, first.partition(), first.offset(), "nothing is left", "operator"))
                .isFalse();
    }

    @Test
    void firesEachRungOnceAndCompletionEndsTheLadder() throws Exception {
        DirectiveIssued directive = directive("VN-C", "VN-C.snv");
        send(directive, 1, Contracts.json().writeValueAsBytes(directive));
        String supervisor = TestTokens.of(SUPERVISOR, "VN-C", "VN-C.ubnd");
        eventually(() -> assertThat(tasks(supervisor, directive)).hasSize(2));
        service.clock().set(Instant.parse("2021-09-14T01:00:00Z"));
        eventually(() -> assertThat(
                        dated(supervisor, directive).path("nextRungOffset").asInt())
                .isEqualTo(1));
        String id = dated(supervisor, directive).path("id").asString();
        var done = service.post(
                TestTokens.of(OFFICER, "VN-C", "VN-C.snv"),
                "/api/v1/tasks/" + id + "/completion",
                Map.of("evidence", "đã xong"));
        assertThat(done.status()).isEqualTo(200);
        service.clock().set(Instant.parse("2021-10-14T01:00:00Z"));
        JsonNode task = dated(supervisor, directive);
        assertThat(task.path("standing").asString()).isEqualTo("DONE_ON_TIME");
        assertThat(task.hasNonNull("nextRungOffset")).isFalse();
        var board = service.get(supervisor, "/api/v1/scoreboard");
        assertThat(board.body()
                        .path("items")
                        .path(0)
                        .path("counts")
                        .path("DONE_ON_TIME")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anAmendmentMovesTheDeadlineAndARevocationWithdrawsWhatIsOpen() throws Exception {
        service.clock().set(Instant.parse("2021-08-03T01:00:00Z"));
        DirectiveIssued directive = directive("VN-W", "VN-W.snv", "VN-W.stc");
        send(directive, 1, Contracts.json().writeValueAsBytes(directive));
        String supervisor = TestTokens.of(SUPERVISOR, "VN-W", "VN-W.ubnd");
        eventually(() -> assertThat(tasks(supervisor, directive)).hasSize(3));

        var amended = new DirectiveAmended(
                directive.directiveId(),
                null,
                LocalDate.of(2021, 8, 3),
                "gia hạn",
                List.of(new ClauseChange("1", LocalDate.of(2021, 10, 29), false, null, null)),
                null);
        for (int i = 0; i < 2; i++) {
            sendAs(directive, 2, DirectiveAmended.class, amended);
        }
        eventually(() -> assertThat(dated(supervisor, directive)
                        .path("assignment")
                        .path("dueOn")
                        .asString())
                .isEqualTo("2021-10-29"));
        String id = dated(supervisor, directive).path("id").asString();
        assertThat(service.post(
                                TestTokens.of(OFFICER, "VN-W", "VN-W.snv"),
                                "/api/v1/tasks/" + id + "/completion",
                                Map.of())
                        .status())
                .isEqualTo(200);

        var revoked = new DirectiveRevoked(directive.directiveId(), null, LocalDate.of(2021, 8, 4), "bãi bỏ");
        for (int i = 0; i < 2; i++) {
            sendAs(directive, 3, DirectiveRevoked.class, revoked);
        }
        eventually(() -> assertThat(tasks(supervisor, directive).stream()
                        .map(it -> it.path("standing").asString())
                        .toList())
                .as("what is done stays done")
                .containsExactlyInAnyOrder("DONE_ON_TIME", "WITHDRAWN", "WITHDRAWN"));
        String withdrawn = tasks(supervisor, directive).stream()
                .filter(it -> it.path("standing").asString().equals("WITHDRAWN"))
                .filter(it -> it.path("assignment").path("agency").asString().equals("VN-W.stc"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        var tooLate = service.post(
                TestTokens.of(OFFICER, "VN-W", "VN-W.stc"),
                "/api/v1/tasks/" + withdrawn + "/progress",
                Map.of("percent", 10));
        assertThat(tooLate.body().path("code").asString()).isEqualTo("task-withdrawn");
    }

    private static void sendAs(DirectiveIssued of, long sequence, Class<? extends Record> type, Record data)
            throws Exception {
        byte[] json = Contracts.json().writeValueAsBytes(data);
        others.say(record(of, sequence, Contracts.typeOf(type), json));
    }

    @Test
    void letsNobodyThroughWhoMayNotCome() throws Exception {
        DirectiveIssued directive = directive("VN-M", "VN-M.snv");
        send(directive, 1, Contracts.json().writeValueAsBytes(directive));
        String supervisor = TestTokens.of(SUPERVISOR, "VN-M", "VN-M.ubnd");
        eventually(() -> assertThat(tasks(supervisor, directive)).hasSize(2));
        String id = tasks(supervisor, directive).getFirst().path("id").asString();
        String task = "/api/v1/tasks/" + id;
        Map<String, Object> why = Map.of("reason", "vì thế");
        Map<String, Object> asked = Map.of("agencies", List.of("VN-M.snv"), "text", "x");
        Map<String, Object> text = Map.of("text", "thế này");
        Map<String, Object> part = Map.of("agencies", List.of("VN-M.snv.a"), "text", "một phần");
        Map<String, Object> redirection = Map.of("agency", "VN-M.stc", "reason", "vì thế");
        Map<String, Object> extension = Map.of("dueOn", "2021-12-01", "reason", "vì thế");
        Map<String, Object> calendar = Map.of("state", "PROPOSED", "daysOff", List.of(), "daysWorked", List.of());
        Map<String, Object> told = Map.of("whom", "AGENCY", "ways", List.of("INBOX"));
        Map<String, Object> ladder =
                Map.of("hour", "08:00", "rungs", List.of(Map.of("offset", 0, "told", List.of(told))));
        List<String> violations = new AccessMatrix(service, "VN-M", "VN-M.snv", "VN-F", "VN-F.snv")
                .row(
                        "GET",
                        "/api/v1/tasks",
                        "/api/v1/tasks?directive=" + directive.directiveId(),
                        EVERYBODY,
                        null,
                        AccessMatrix.Foreign.EMPTY)
                .row("GET", "/api/v1/tasks/{id}", task, EVERYBODY, null, AccessMatrix.Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/tasks/{id}/acceptance",
                        task + "/acceptance",
                        AGENCY,
                        Map.of(),
                        AccessMatrix.Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/tasks/{id}/progress",
                        task + "/progress",
                        AGENCY,
                        Map.of("percent", 10),
                        AccessMatrix.Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/tasks/{id}/completion",
                        task + "/completion",
                        AGENCY,
                        Map.of(),
                        AccessMatrix.Foreign.NOT_FOUND)
                .row("GET", "/api/v1/tasks/counts", "/api/v1/tasks/counts", EVERYBODY, null, AccessMatrix.Foreign.EMPTY)
                .row("GET", "/api/v1/tasks/{id}/history", task + "/history", EVERYBODY, null, NOT_FOUND)
                .row("GET", "/api/v1/tasks/{id}/related", task + "/related", EVERYBODY, null, NOT_FOUND)
                .row("POST", "/api/v1/tasks", "/api/v1/tasks", ASSIGNERS, asked, OWN_ONLY)
                .rowDecidedInside("POST", "/api/v1/tasks/{id}/parts", task + "/parts", AGENCY, part)
                .rowDecidedInside("POST", "/api/v1/tasks/{id}/refusal", task + "/refusal", AGENCY, why)
                .rowDecidedInside(
                        "POST", "/api/v1/tasks/{id}/refusal/rejection", task + "/refusal/rejection", ASSIGNERS, why)
                .rowDecidedInside(
                        "POST", "/api/v1/tasks/{id}/redirection", task + "/redirection", ASSIGNERS, redirection)
                .rowDecidedInside(
                        "POST", "/api/v1/tasks/{id}/verification", task + "/verification", ASSIGNERS, Map.of())
                .rowDecidedInside("POST", "/api/v1/tasks/{id}/return", task + "/return", ASSIGNERS, why)
                .rowDecidedInside("POST", "/api/v1/tasks/{id}/extension", task + "/extension", AGENCY, extension)
                .rowDecidedInside(
                        "POST",
                        "/api/v1/tasks/{id}/extension/decision",
                        task + "/extension/decision",
                        ASSIGNERS,
                        Map.of("granted", true))
                .rowDecidedInside("POST", "/api/v1/tasks/{id}/withdrawal", task + "/withdrawal", ASSIGNERS, why)
                .rowDecidedInside(
                        "POST",
                        "/api/v1/tasks/{id}/start",
                        task + "/start",
                        ASSIGNERS,
                        Map.of("startedOn", "2021-08-03"))
                .rowDecidedInside("POST", "/api/v1/tasks/{id}/press", task + "/press", ASSIGNERS, text)
                .rowDecidedInside("POST", "/api/v1/tasks/{id}/contribution", task + "/contribution", AGENCY, text)
                .rowDecidedInside("POST", "/api/v1/tasks/{id}/questions", task + "/questions", AGENCY, text)
                .rowDecidedInside(
                        "POST",
                        "/api/v1/tasks/{id}/questions/{question}/answer",
                        task + "/questions/1/answer",
                        ASSIGNERS,
                        text)
                .rowDecidedInside(
                        "POST",
                        "/api/v1/tasks/{id}/attachments",
                        task + "/attachments?name=a",
                        ASSIGNERS,
                        "x",
                        Map.of("Content-Type", "application/octet-stream"))
                .rowDecidedInside(
                        "GET", "/api/v1/tasks/{id}/attachments/{attachment}", task + "/attachments/a", EVERYBODY, null)
                .row(
                        "GET",
                        "/api/v1/calendars/{year}",
                        "/api/v1/calendars/2031",
                        EVERYBODY,
                        null,
                        AccessMatrix.Foreign.EMPTY)
                .row("PUT", "/api/v1/calendars/{year}", "/api/v1/calendars/2031", DECIDERS, calendar, OWN_ONLY)
                .row("GET", "/api/v1/ladders/{province}", "/api/v1/ladders/VN-M", EVERYBODY, null, NOT_FOUND)
                .row("PUT", "/api/v1/ladders/{province}", "/api/v1/ladders/VN-M", DECIDERS, ladder, NOT_FOUND)
                .row("GET", "/api/v1/scoreboard", "/api/v1/scoreboard", EVERYBODY, null, AccessMatrix.Foreign.EMPTY)
                .row(
                        "GET",
                        "/api/v1/evaluations",
                        "/api/v1/evaluations?from=2021-01&to=2021-12",
                        EVERYBODY,
                        null,
                        AccessMatrix.Foreign.EMPTY)
                .violations();
        assertThat(violations).isEmpty();
    }

    @Test
    void listsTheFirstDueFirstAndGoesOnWhereAPageEndedThoughMoreCame() throws Exception {
        String province = "VN-L";
        String supervisor = TestTokens.of(SUPERVISOR, province, province + ".ubnd");
        DirectiveIssued first = directive(province, "VN-L.snv", "VN-L.stc", "VN-L.syt");
        send(first, 1, Contracts.json().writeValueAsBytes(first));
        eventually(() -> assertThat(tasks(supervisor, first)).hasSize(4));

        var page = service.get(supervisor, "/api/v1/tasks?limit=2").body();
        List<String> seen = new java.util.ArrayList<>(page.path("items").findValuesAsString("id"));
        DirectiveIssued later = directive(province, "VN-L.sct");
        send(later, 1, Contracts.json().writeValueAsBytes(later));
        eventually(() -> assertThat(tasks(supervisor, later)).hasSize(2));
        while (page.hasNonNull("next")) {
            page = service.get(
                            supervisor,
                            "/api/v1/tasks?limit=2&cursor=" + page.path("next").asString())
                    .body();
            seen.addAll(page.path("items").findValuesAsString("id"));
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsAll(tasks(supervisor, first).stream()
                        .map(it -> it.path("id").asString())
                        .toList());
        List<String> order = service.get(supervisor, "/api/v1/tasks")
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.findPath("dueOn").asString("~"))
                .toList();
        assertThat(order).hasSize(6).isSorted();
        assertThat(service.get(supervisor, "/api/v1/tasks?cursor=bm90LW91cnM").status())
                .isEqualTo(400);
        assertThat(service.get(supervisor, "/api/v1/tasks?class=DATED").body().path("items"))
                .hasSize(2);
        assertThat(ListRules.violations(service, supervisor, Map.of())).isEmpty();

        String own = TestTokens.of(OFFICER, province, "VN-L.snv");
        service.clock().set(Instant.parse("2021-12-01T01:00:00Z"));
        try {
            assertThat(list(own, "standing=RUNNING_OVERDUE")).isNotEmpty().allSatisfy(it -> {
                assertThat(it.path("standing").asString()).isEqualTo("RUNNING_OVERDUE");
                assertThat(it.findPath("agency").asString()).isEqualTo("VN-L.snv");
            });
            assertThat(list(own, "standing=RUNNING_IN_TIME")).isEmpty();
            assertThat(list(own, "agency=VN-L.stc")).isEmpty();
            assertThat(list(supervisor, "due-from=2021-09-14&due-before=2021-09-15"))
                    .hasSize(2);
            assertThat(list(supervisor, "due-from=2021-09-15")).isEmpty();
            assertThat(list(supervisor, "fields=id,assignment.dueOn&limit=1")
                            .getFirst()
                            .propertyNames())
                    .containsExactly("id", "assignment");
            String cursor = service.get(supervisor, "/api/v1/tasks?limit=1")
                    .body()
                    .path("next")
                    .asString();
            assertThat(service.get(supervisor, "/api/v1/tasks?limit=5&class=DATED&cursor=" + cursor)
                            .status())
                    .as("a cursor of another filter")
                    .isEqualTo(400);
        } finally {
            service.clock().set(Instant.parse("2021-08-03T01:00:00Z"));
        }
    }

    private static List<JsonNode> list(String token, String query) {
        return service.get(token, "/api/v1/tasks?" + query)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void theScoreboardCountsEveryTaskOfAnAgencyInOneClass() throws Exception {
        String province = "VN-S";
        String supervisor = TestTokens.of(SUPERVISOR, province, province + ".ubnd");
        DirectiveIssued directive = directive(province, "VN-S.snv", "VN-S.stc");
        send(directive, 1, Contracts.json().writeValueAsBytes(directive));
        eventually(() -> assertThat(tasks(supervisor, directive)).hasSize(3));
        String own = TestTokens.of(OFFICER, province, "VN-S.snv");
        String task = service.get(own, "/api/v1/tasks?limit=1")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        service.post(own, "/api/v1/tasks/" + task + "/completion", Map.of());

        JsonNode lines = service.get(supervisor, "/api/v1/scoreboard").body().path("items");

        assertThat(lines.findValuesAsString("agency")).containsExactly("VN-S.snv", "VN-S.stc");
        assertThat(lines.valueStream()
                        .map(it -> it.path("counts")
                                .valueStream()
                                .mapToInt(JsonNode::asInt)
                                .sum()))
                .containsExactly(2, 1);
        assertThat(lines.path(0).path("assigned").asInt()).isEqualTo(2);
        assertThat(lines.path(0).path("done").asInt()).isEqualTo(1);
        assertThat(lines.path(1).hasNonNull("onTimePercent"))
                .as("nothing is decided")
                .isFalse();
        assertThat(lines.path(0).path("counts").propertyNames())
                .anySatisfy(it -> assertThat(it).startsWith("DONE"));
        assertThat(service.get(own, "/api/v1/scoreboard").body().findValuesAsString("agency"))
                .containsExactly("VN-S.snv");
    }

    @Test
    void anOfficerDoesNotSeeAnotherAgencysTask() throws Exception {
        DirectiveIssued directive = directive("VN-O", "VN-O.snv", "VN-O.stc");
        send(directive, 1, Contracts.json().writeValueAsBytes(directive));
        String officer = TestTokens.of(OFFICER, "VN-O", "VN-O.stc");
        eventually(() -> assertThat(tasks(officer, directive)).hasSize(1));
        String others = tasks(TestTokens.of(SUPERVISOR, "VN-O", "VN-O.ubnd"), directive).stream()
                .filter(it -> it.path("assignment").path("agency").asString().equals("VN-O.snv"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(service.get(officer, "/api/v1/tasks/" + others).status()).isEqualTo(404);
        assertThat(service.post(officer, "/api/v1/tasks/" + others + "/completion", Map.of())
                        .status())
                .isEqualTo(404);
    }

    /** Without it the sweep would compare its clock with nothing, or not run at all. */
    @Test
    void theStoreSaysWhatTimeItIs() {
        assertThat(service.bean(StoreClock.class).now())
                .hasValueSatisfying(it -> assertThat(it)
                        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60)));
    }

    @Test
    void theOpenApiDocumentIsUpToDate() {
        CheckedInOpenApi.compare(service, "task-service");
    }

    private static DirectiveIssued directive(String province, String... agencies) {
        var dated = new TimeLimit(
                TimeLimit.Kind.DATE,
                "trước ngày 15/9/2021",
                LocalDate.of(2021, 9, 15),
                false,
                null,
                null,
                null,
                null,
                null,
                null);
        var continuous = new TimeLimit(
                TimeLimit.Kind.CONTINUOUS, "Thường xuyên", null, true, null, null, null, null, null, null);
        return new DirectiveIssued(
                UUID.randomUUID().toString(),
                "1/UBND-X",
                LocalDate.of(2021, 8, 3),
                LocalDate.of(2021, 8, 3),
                null,
                "CONG_VAN",
                "UBND tỉnh",
                province,
                null,
                null,
                List.of(
                        new AgencyGroup("all", "các sở", List.of(agencies)),
                        new AgencyGroup("one", "Sở", List.of(agencies[0]))),
                List.of(
                        new Provision("1", "quán triệt", List.of("one"), List.of(), dated, null, List.of()),
                        new Provision("2", "rà soát", List.of("all"), List.of(), continuous, null, List.of())),
                List.of(),
                List.of());
    }

    private static void send(DirectiveIssued directive, long sequence, byte[] data) throws Exception {
        others.say(record(directive, sequence, Contracts.typeOf(DirectiveIssued.class), data));
    }

    private static ProducerRecord<byte[], byte[]> record(
            DirectiveIssued directive, long sequence, String type, byte[] data) {
        return OtherServices.record(
                "dondoc.directives",
                directive.directiveId(),
                sequence,
                type,
                directive.province(),
                new String(data, StandardCharsets.UTF_8));
    }

    private static List<Parking.ParkedRecord> parked(Parking parking, DirectiveIssued directive) {
        return parking.all().stream()
                .filter(it -> it.key().equals(directive.directiveId()))
                .flatMap(it -> it.records().stream())
                .toList();
    }

    private static List<JsonNode> tasks(String token, DirectiveIssued directive) {
        JsonNode items = service.get(token, "/api/v1/tasks?directive=" + directive.directiveId())
                .body()
                .path("items");
        return items.valueStream().toList();
    }

    private static JsonNode dated(String token, DirectiveIssued directive) {
        return tasks(token, directive).stream()
                .filter(it -> it.path("assignment").path("timeLimit").asString().equals("DATED"))
                .findFirst()
                .orElseThrow();
    }
}
