package vn.dondoc.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.access.Role.CLERK;
import static vn.dondoc.access.Role.OFFICER;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.testkit.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.access.AccessScope;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.agency.v1.AgencySucceeded;
import vn.dondoc.contract.directive.v1.AgencyGroup;
import vn.dondoc.contract.directive.v1.Citation;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Provision;
import vn.dondoc.contract.directive.v1.TimeLimit;
import vn.dondoc.contract.report.v1.Answer;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportRequested;
import vn.dondoc.contract.report.v1.ReportReturned;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;
import vn.dondoc.tasks.agency.Agencies;
import vn.dondoc.testkit.Backends;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

/** The whole life of a task, over HTTP and over Kafka, as those see it who have it and those who gave it. */
class TaskLifeIT {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static ServiceUnderTest service;
    private static Producer<byte[], byte[]> producer;
    private static int provinces;

    private String province = "";

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                TaskService.class,
                "task-service",
                START,
                "--dondoc.deadlines.sweep-interval=100ms",
                "--dondoc.deadlines.clock-tolerance=0s");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Backends.current().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        service.close();
    }

    @BeforeEach
    void aProvinceOfItsOwn() throws Exception {
        service.clock().set(START);
        province = "LF-" + (char) ('A' + provinces++);
        register("ubnd", null);
        for (String code : List.of("snv", "stc", "skhdt", "stt")) {
            register(code, "ubnd");
        }
        register("snv.cctk", "snv");
        Agencies known = service.bean(Agencies.class);
        AccessScope system = AccessScope.ofService("test");
        eventually(() -> assertThat(Stream.of("ubnd", "snv", "stc", "skhdt", "stt", "snv.cctk"))
                .allMatch(it -> known.find(system, code(it)).isPresent()));
    }

    @Test
    void anExtensionIsAskedForGrantedAndRefusedAndNeverByTheAgencyItself() throws Exception {
        String id = issued(dated(LocalDate.of(2026, 3, 20)), "snv");
        step("snv", id, "/extension", Map.of("dueOn", "2926-04-10", "reason", "chờ số liệu"), 400);
        step("snv", id, "/extension", Map.of("dueOn", "2026-04-10", "reason", "chờ số liệu"), 200);
        step("snv", id, "/extension/decision", Map.of("granted", true), 403);
        step("clerk", id, "/extension/decision", Map.of("granted", true, "dueOn", "2026-04-03"), 200);
        assertThat(task(id).path("assignment").path("dueOn").asString()).isEqualTo("2026-04-03");
        step("snv", id, "/extension", Map.of("dueOn", "2026-05-10", "reason", "chờ nữa"), 200);
        step("clerk", id, "/extension/decision", Map.of("granted", false, "reason", "không"), 200);
        assertThat(task(id).path("assignment").path("dueOn").asString()).isEqualTo("2026-04-03");
        assertThat(task(id).path("extensions").path("granted").asInt()).isEqualTo(1);
        assertThat(task(id).path("accountable").asString()).isEqualTo("Giám đốc Sở Nội vụ");
        assertThat(task(id).path("extensions").path("refused").asInt()).isEqualTo(1);
        assertThat(kinds(id))
                .containsExactly(
                        "ASSIGNED",
                        "EXTENSION_REQUESTED",
                        "EXTENSION_GRANTED",
                        "EXTENSION_REQUESTED",
                        "EXTENSION_REFUSED");
    }

    @Test
    void whoGaveItPressesForItInWordsAndTheAgencyDoesNot() throws Exception {
        String id = issued(dated(LocalDate.of(2026, 3, 6)), "snv");
        var words = Map.of("text", "báo cáo trước thứ Sáu");
        step("snv", id, "/press", words, 403);
        step("stc", id, "/press", words, 404);
        step("clerk", id, "/press", Map.of("text", " "), 400);
        step("clerk", id, "/press", words, 200);
        assertThat(kinds(id)).containsExactly("ASSIGNED", "PRESSED");
        assertThat(task(id).path("status").asString()).isEqualTo("ASSIGNED");
        step("snv", id, "/completion", Map.of("evidence", "đã xong"), 200);
        step("clerk", id, "/press", words, 422);
    }

    @Test
    void whatIsReturnedHasToBeDoneAgainAndIsLateIfItsDayIsOver() throws Exception {
        String id = issued(dated(LocalDate.of(2026, 3, 6)), "snv");
        step("snv", id, "/completion", Map.of("evidence", "đã xong", "number", "1/BC-SNV"), 200);
        step("snv", id, "/verification", Map.of(), 403);
        step("clerk", id, "/return", Map.of("reason", "thiếu phụ lục"), 200);
        service.clock().set(Instant.parse("2026-03-09T03:00:00Z"));
        assertThat(task(id).path("status").asString()).isEqualTo("RETURNED");
        assertThat(task(id).path("standing").asString()).isEqualTo("RUNNING_OVERDUE");
        step("snv", id, "/completion", Map.of("evidence", "đã bổ sung"), 200);
        step("clerk", id, "/verification", Map.of("note", "đạt"), 200);
        assertThat(task(id).path("standing").asString()).isEqualTo("DONE_LATE");
        step("clerk", id, "/return", Map.of("reason", "sai số liệu", "dueOn", "2026-03-31"), 200);
        assertThat(kinds(id)).endsWith("VERIFIED", "REOPENED");
        assertThat(task(id).path("standing").asString()).isEqualTo("RUNNING_IN_TIME");
    }

    @Test
    void aPartIsHandedDownToAUnitAndTheWorstOfTheirsIsShown() throws Exception {
        String id = issued(dated(LocalDate.of(2026, 3, 20)), "snv");
        Map<String, Object> part =
                Map.of("agencies", List.of(code("snv.cctk")), "text", "tổng hợp", "dueOn", "2026-03-05");
        step("snv", id, "/parts", Map.of("agencies", List.of(code("stc")), "text", "x"), 403);
        step("stc", id, "/parts", part, 404);
        JsonNode given = step("snv", id, "/parts", part, 201);
        String child = given.path("tasks").path(0).path("taskId").asString();
        assertThat(task(child).path("assignment").path("superior").asString()).isEqualTo(id);
        service.clock().set(Instant.parse("2026-03-09T03:00:00Z"));
        JsonNode related =
                service.get(officer("snv"), "/api/v1/tasks/" + id + "/related").body();
        assertThat(related.path("worst").asString()).isEqualTo("RUNNING_OVERDUE");
        assertThat(related.path("parts").findValuesAsString("agency")).containsExactly(code("snv.cctk"));

        step("snv.cctk", child, "/completion", Map.of("evidence", "xong"), 200);
        step("clerk", child, "/verification", Map.of(), 403);
        step("snv", child, "/verification", Map.of("note", "đạt"), 200);
        assertThat(task(child).path("status").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void partsFollowTheTaskThatTheyAreAPartOf() throws Exception {
        String id = issued(dated(LocalDate.of(2026, 3, 20)), "snv");
        Map<String, Object> part = Map.of("agencies", List.of(code("snv.cctk")), "text", "tổng hợp");
        String child = step("snv", id, "/parts", part, 201).findPath("taskId").asString();
        String asked = service.post(officer("snv"), "/api/v1/tasks", part)
                .body()
                .findPath("taskId")
                .asString();
        var succession = new AgencySucceeded(
                UUID.randomUUID().toString(), province, List.of(code("snv")), List.of(code("stt")), TODAY, "đổi tên");
        send("dondoc.agencies", succession.successionId(), 1, succession);
        eventually(() -> {
            assertThat(task(id).path("status").asString()).isEqualTo("HANDED_OVER");
            assertThat(task(child).path("assignment").path("assigner").asString())
                    .isEqualTo(code("stt"));
            assertThat(task(asked).path("assignment").path("assigner").asString())
                    .isEqualTo(code("stt"));
        });
        String heir = task(id).path("successors").path(0).asString();
        assertThat(task(child).path("assignment").path("superior").asString()).isEqualTo(heir);
        step("snv.cctk", child, "/completion", Map.of(), 200);
        step("stt", child, "/verification", Map.of(), 200);
    }

    @Test
    void whatIsWronglyAddressedGoesToTheRightAgencyOrStays() throws Exception {
        String id = issued(dated(LocalDate.of(2026, 3, 20)), "snv");
        step("snv", id, "/refusal", Map.of("reason", "không phải", "proposed", code("stc")), 200);
        step("clerk", id, "/refusal/rejection", Map.of("reason", "phải"), 200);
        assertThat(task(id).path("status").asString()).isEqualTo("ASSIGNED");
        step("snv", id, "/refusal", Map.of("reason", "vẫn không phải", "proposed", code("stc")), 200);
        step("clerk", id, "/redirection", Map.of("agency", code("khong-co"), "reason", "x"), 400);
        step("clerk", id, "/redirection", Map.of("agency", code("stc"), "reason", "đúng thẩm quyền"), 200);
        assertThat(task(id).path("status").asString()).isEqualTo("HANDED_OVER");
        String heir = task(id).path("successors").path(0).asString();
        assertThat(task(heir).path("assignment").path("agency").asString()).isEqualTo(code("stc"));
        assertThat(task(heir).path("assignment").path("predecessor").asString()).isEqualTo(id);
        step("snv", id, "/completion", Map.of(), 422);
        step("stc", heir, "/refusal", Map.of("reason", "cũng không phải", "proposed", code("snv")), 200);
        step("clerk", heir, "/redirection", Map.of("agency", code("snv"), "reason", "trả về"), 200);
        assertThat(task(id).path("status").asString())
                .as("sent back to whom it came from")
                .isEqualTo("ASSIGNED");
        step("snv", id, "/completion", Map.of(), 200);
    }

    @Test
    void limitsAreCountedAndWhatIsAwaitedIsDatedOnceItHappened() throws Exception {
        var fromIssue = counted(15, "WORKING_DAY", "ISSUE_DATE");
        String id = issued(fromIssue, "snv");
        assertThat(task(id).path("assignment").path("dueOn").asString()).isEqualTo("2026-03-23");
        assertThat(task(id).path("assignment").path("counted").path("vi").asString())
                .isEqualTo("15 ngày làm việc kể từ ngày ban hành 02/03/2026: đến hết 23/03/2026");
        assertThat(task(id).path("unconfirmedYears").path(0).asInt()).isEqualTo(2026);

        String awaited = issued(counted(10, "DAY", "EVENT"), "snv");
        assertThat(task(awaited).path("assignment").path("timeLimit").asString())
                .isEqualTo("AWAITED");
        step("snv", awaited, "/start", Map.of("startedOn", "2026-03-03"), 400);
        step("snv", awaited, "/start", Map.of("startedOn", "0206-03-01"), 400);
        step("snv", awaited, "/start", Map.of("startedOn", "2026-03-01"), 200);
        assertThat(task(awaited).path("assignment").path("dueOn").asString()).isEqualTo("2026-03-11");
        step("snv", awaited, "/start", Map.of("startedOn", "2026-03-01"), 422);
    }

    @Test
    void aDateFilledInLaterDatesWhatCountsFromItAndANumberReachesEveryTask() throws Exception {
        DirectiveIssued directive =
                directive(null, null, null, provision("1", counted(5, "WORKING_DAY", "ISSUE_DATE"), "snv"));
        String id = issue(directive, "snv");
        assertThat(task(id).path("assignment").path("timeLimit").asString()).isEqualTo("AWAITED");
        send(
                "dondoc.directives",
                directive.directiveId(),
                2,
                new DirectiveCorrected(directive.directiveId(), "88/UBND-NC", TODAY, null));
        eventually(() -> {
            assertThat(task(id).path("assignment").path("dueOn").asString()).isEqualTo("2026-03-09");
            assertThat(task(id).path("assignment").path("directiveNumber").asString())
                    .isEqualTo("88/UBND-NC");
        });
        assertThat(list("q=88")).as("found by the number").contains(id);
    }

    @Test
    void aDutyThatComesRoundGivesATaskEachTimeUntilItsDirectiveIsRevoked() throws Exception {
        var monthly = new TimeLimit(
                TimeLimit.Kind.RECURRING,
                "trước ngày 25 hằng tháng",
                null,
                true,
                null,
                null,
                "MONTHLY",
                new TimeLimit.Recurrence(25, null, null, null, null, null, List.of(), false),
                null,
                null);
        DirectiveIssued directive = directive("5/UBND", TODAY, null, provision("1", monthly, "snv", "stc"));
        send("dondoc.directives", directive.directiveId(), 1, directive);
        eventually(() -> assertThat(occurrences(directive)).containsExactly("2026-03", "2026-03"));
        service.clock().set(Instant.parse("2026-04-01T02:00:00Z"));
        eventually(() -> assertThat(occurrences(directive)).hasSize(4));
        String april = list("directive=" + directive.directiveId() + "&agency=" + code("snv") + "&due-from=2026-04-01")
                .getFirst();
        assertThat(task(april).path("assignment").path("dueOn").asString()).isEqualTo("2026-04-24");
        step("snv", april, "/completion", Map.of(), 200);

        send(
                "dondoc.directives",
                directive.directiveId(),
                2,
                new DirectiveRevoked(directive.directiveId(), "other", LocalDate.of(2026, 4, 2), "thay thế"));
        eventually(() -> assertThat(statuses(directive))
                .containsExactlyInAnyOrder("SUPERSEDED", "SUPERSEDED", "SUPERSEDED", "COMPLETED"));
        DirectiveIssued other = directive("55/UBND", TODAY, null, provision("1", monthly, "snv"));
        send("dondoc.directives", other.directiveId(), 1, other);
        eventually(() -> assertThat(occurrences(other)).isNotEmpty());
        service.clock().set(Instant.parse("2026-07-01T02:00:00Z"));
        eventually(() -> assertThat(occurrences(other)).as("another goes on").contains("2026-07"));
        assertThat(occurrences(directive)).as("nothing comes any more").hasSize(4);
    }

    @Test
    void theFirstOccurrenceIsGivenAtOnceThoughItsTimeHasNotCome() throws Exception {
        var onTheFirst = new TimeLimit(
                TimeLimit.Kind.RECURRING,
                "ngày 01 hằng tháng",
                null,
                true,
                null,
                null,
                "MONTHLY",
                new TimeLimit.Recurrence(1, null, null, null, null, null, List.of(), true),
                null,
                null);
        String id = issued(onTheFirst, "snv");
        assertThat(task(id).path("assignment").path("dueOn").asString()).isEqualTo("2026-04-01");
    }

    @Test
    void whatComesRoundEndsWithThePeriodOfItsDirective() throws Exception {
        var monthly = recurring("MONTHLY");
        DirectiveIssued directive =
                directive("6/UBND", TODAY, LocalDate.of(2026, 4, 30), provision("1", monthly, "snv"));
        send("dondoc.directives", directive.directiveId(), 1, directive);
        eventually(() -> assertThat(occurrences(directive)).containsExactly("2026-03"));
        service.clock().set(Instant.parse("2026-09-01T02:00:00Z"));
        eventually(() -> assertThat(occurrences(directive)).containsExactly("2026-03", "2026-04"));
    }

    @Test
    void agenciesThatMergeHandOverWhatIsOpenOnceAndWhatComesRound() throws Exception {
        DirectiveIssued directive = directive(
                "7/UBND",
                TODAY,
                null,
                provision("1", dated(LocalDate.of(2026, 6, 30)), "stc", "skhdt"),
                provision("2", recurring("MONTHLY"), "skhdt"));
        send("dondoc.directives", directive.directiveId(), 1, directive);
        eventually(
                () -> assertThat(list("directive=" + directive.directiveId())).hasSize(3));
        String of = list("directive=" + directive.directiveId() + "&agency=" + code("skhdt") + "&clause=1")
                .getFirst();
        var succession = new AgencySucceeded(
                UUID.randomUUID().toString(),
                province,
                List.of(code("stc"), code("skhdt")),
                List.of(code("stt")),
                LocalDate.of(2026, 3, 15),
                "Nghị quyết hợp nhất");
        for (int i = 0; i < 2; i++) {
            send("dondoc.agencies", succession.successionId(), 1, succession);
        }
        var ofToday = new AgencySucceeded(
                UUID.randomUUID().toString(),
                province,
                List.of(code("snv.cctk")),
                List.of(code("snv")),
                TODAY,
                "hôm nay");
        String unit = issued(dated(LocalDate.of(2026, 6, 30)), "snv.cctk");
        send("dondoc.agencies", ofToday.successionId(), 1, ofToday);
        eventually(() -> assertThat(task(unit).path("status").asString())
                .as("its day has come")
                .isEqualTo("HANDED_OVER"));
        assertThat(task(of).path("status").asString()).as("not before its day").isEqualTo("ASSIGNED");
        service.clock().set(Instant.parse("2026-03-15T01:00:00Z"));
        eventually(() -> {
            assertThat(task(of).path("status").asString()).isEqualTo("HANDED_OVER");
            assertThat(list("directive=" + directive.directiveId() + "&agency=" + code("stt")))
                    .as("one for the clause that both had, one for the month")
                    .hasSize(2);
        });
        String heir = task(of).path("successors").path(0).asString();
        step("stt", heir, "/completion", Map.of("evidence", "xong"), 200);
        service.clock().set(Instant.parse("2026-04-01T01:00:00Z"));
        eventually(() -> assertThat(list("directive=" + directive.directiveId() + "&agency=" + code("stt")))
                .hasSize(3));
        assertThat(list("agency=" + code("skhdt") + "&standing=RUNNING_IN_TIME"))
                .isEmpty();

        String late = issued(dated(LocalDate.of(2026, 7, 31)), "skhdt");
        eventually(() -> assertThat(task(late).path("status").asString())
                .as("what is given to one that ended goes on to who carries on")
                .isEqualTo("HANDED_OVER"));
    }

    @Test
    void otherAgenciesOfAClauseAreGivenItAndThoseThatLeaveAreRidOfIt() throws Exception {
        DirectiveIssued directive =
                directive("9/UBND", TODAY, null, provision("1", dated(LocalDate.of(2026, 6, 30)), "snv", "stc"));
        String stays = issue(directive, "snv");
        step("snv", stays, "/acceptance", Map.of(), 200);
        var amended = new DirectiveAmended(
                directive.directiveId(),
                null,
                TODAY,
                "phân công lại",
                List.of(new ClauseChange("1", null, false, List.of(code("snv"), code("stt")), List.of(code("skhdt")))),
                null);
        for (int i = 0; i < 2; i++) {
            send("dondoc.directives", directive.directiveId(), 2, amended);
        }
        eventually(
                () -> assertThat(list("directive=" + directive.directiveId())).hasSize(4));
        eventually(() -> assertThat(list("directive=" + directive.directiveId() + "&status=WITHDRAWN"))
                .hasSize(1));
        assertThat(task(stays).path("status").asString())
                .as("who stays goes on")
                .isEqualTo("ACCEPTED");
        String joins = list("directive=" + directive.directiveId() + "&role=COOPERATING")
                .getFirst();
        assertThat(task(joins).path("assignment").path("agency").asString()).isEqualTo(code("skhdt"));
        String leaves = list("directive=" + directive.directiveId() + "&agency=" + code("stc"))
                .getFirst();
        sendAgain(directive, 3, "phân công lại lần nữa", List.of(code("snv"), code("stc")));
        eventually(() -> assertThat(task(leaves).path("status").asString())
                .as("in it again")
                .isEqualTo("ASSIGNED"));
        sendAgain(directive, 4, "thêm phối hợp", List.of(code("snv")), code("skhdt"));
        eventually(() -> assertThat(task(joins).path("status").asString()).isEqualTo("ASSIGNED"));
        assertThat(task(joins).path("assignment").path("dueOn").asString()).isEqualTo("2026-06-30");
        step("snv", stays, "/contribution", Map.of("text", "số liệu"), 422);
        step("skhdt", joins, "/contribution", Map.of("text", "số liệu đầu tư"), 200);
        JsonNode related = service.get(officer("snv"), "/api/v1/tasks/" + stays + "/related")
                .body();
        assertThat(related.path("alongside").findValuesAsString("contribution")).contains("số liệu đầu tư");
    }

    private void sendAgain(
            DirectiveIssued directive, long sequence, String reason, List<String> lead, String... cooperating)
            throws Exception {
        send(
                "dondoc.directives",
                directive.directiveId(),
                sequence,
                new DirectiveAmended(
                        directive.directiveId(),
                        null,
                        TODAY,
                        reason,
                        List.of(new ClauseChange("1", null, false, lead, List.of(cooperating))),
                        null));
    }

    @Test
    void aReturnedReportOpensWhatItDidAndACorrectedOneClosesIt() throws Exception {
        DirectiveIssued directive =
                directive("8/UBND", TODAY, null, provision("1", dated(LocalDate.of(2026, 6, 30)), "snv"));
        String report = UUID.randomUUID().toString();
        var answers = List.of(new Answer(directive.directiveId(), "1"));
        send(
                "dondoc.reports",
                report,
                1,
                new ReportRequested(
                        report,
                        province,
                        "F",
                        "2026-Q1",
                        code("snv"),
                        List.of(),
                        "Báo cáo",
                        TODAY,
                        TODAY,
                        TODAY.plusDays(30)));
        send(
                "dondoc.reports",
                report,
                2,
                new ReportSubmitted(
                        report,
                        province,
                        "F",
                        "2026-Q1",
                        code("snv"),
                        List.of(),
                        1,
                        Map.of(),
                        TODAY,
                        true,
                        answers,
                        null,
                        null));
        eventually(() -> assertThat(list("status=COMPLETED")).hasSize(1));
        String id = issue(directive, "snv");
        eventually(() -> assertThat(task(id).path("status").asString())
                .as("the answer came before its directive, and waited for it")
                .isEqualTo("COMPLETED"));
        send(
                "dondoc.reports",
                report,
                3,
                new ReportReturned(
                        report, province, "F", "2026-Q1", code("snv"), List.of(), 1, "thiếu số liệu", answers));
        eventually(() -> assertThat(list("status=RETURNED")).hasSize(2));
        assertThat(task(id).path("reason").asString()).isEqualTo("thiếu số liệu");
        send(
                "dondoc.reports",
                report,
                4,
                new ReportCorrected(
                        report,
                        province,
                        "F",
                        "2026-Q1",
                        code("snv"),
                        List.of(),
                        2,
                        Map.of(),
                        TODAY,
                        true,
                        answers,
                        null,
                        null,
                        null));
        eventually(() -> assertThat(list("status=COMPLETED")).hasSize(2));
    }

    @Test
    void anyoneMayBeAskedForSomethingByTheOfficeAndAUnitByItsAgency() throws Exception {
        Map<String, Object> request =
                Map.of("agencies", List.of(code("snv"), code("stc")), "text", "báo cáo nhanh", "workingDays", 3);
        String key = UUID.randomUUID().toString();
        JsonNode given = service.request(
                        token("clerk"), "POST", "/api/v1/tasks", request, Map.of("Idempotency-Key", key))
                .body();
        JsonNode again = service.request(
                        token("clerk"), "POST", "/api/v1/tasks", request, Map.of("Idempotency-Key", key))
                .body();
        assertThat(again).isEqualTo(given);
        assertThat(list("")).hasSize(2);
        Map<String, Object> other = Map.of("agencies", List.of(code("stt")), "text", "việc khác");
        assertThat(service.request(token("clerk"), "POST", "/api/v1/tasks", other, Map.of("Idempotency-Key", key))
                        .status())
                .as("the key was used for something else")
                .isEqualTo(409);
        assertThat(list("")).hasSize(2);
        String id = given.path("tasks").path(0).path("taskId").asString();
        assertThat(task(id).path("assignment").path("source").asString()).isEqualTo("REQUEST");
        assertThat(task(id).path("assignment").path("dueOn").asString()).isEqualTo("2026-03-05");
        assertThat(service.post(officer("snv"), "/api/v1/tasks", Map.of("agencies", List.of(code("stc")), "text", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(service.post(
                                officer("snv"),
                                "/api/v1/tasks",
                                Map.of("agencies", List.of(code("snv.cctk")), "text", "x"))
                        .status())
                .isEqualTo(201);
        assertThat(service.post(token("clerk"), "/api/v1/tasks", Map.of("agencies", List.of("LF-Z.snv"), "text", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(list("")).as("nothing is given in part").hasSize(3);
    }

    @Test
    void aFileStandsBesideATaskForThoseWhoMaySeeIt() throws Exception {
        String id = issued(dated(LocalDate.of(2026, 3, 20)), "snv");
        String path = "/api/v1/tasks/" + id + "/attachments";
        assertThat(attach(officer("snv"), path + "?name=ke%20hoach.pdf", "nội dung"))
                .isEqualTo(200);
        assertThat(attach(officer("stc"), path + "?name=x", "y")).isEqualTo(404);
        assertThat(attach(officer("snv"), path + "?name=a%2Fb", "y")).isEqualTo(400);
        assertThat(attach(officer("snv"), path + "?name=x", "")).isEqualTo(400);
        assertThat(attach(officer("snv"), path + "?name=lon.bin", "x".repeat(8_000_000)))
                .isEqualTo(200);
        JsonNode file = task(id).path("attachments").path(0);
        assertThat(file.path("name").asString()).isEqualTo("ke hoach.pdf");
        String content = path + "/" + file.path("id").asString();
        assertThat(read(officer("snv"), content)).isEqualTo("nội dung");
        assertThat(service.get(officer("stc"), content).status()).isEqualTo(404);
        assertThat(service.get(TestTokens.of(CLERK, "LF-ZZ", null), content).status())
                .isEqualTo(404);
    }

    @Test
    void aChangedCalendarMovesWhatIsCountedAndAChangedLadderWhatIsSaid() throws Exception {
        String id = issued(counted(15, "WORKING_DAY", "ISSUE_DATE"), "snv");
        assertThat(task(id).path("nextRungOffset").asInt()).isEqualTo(-7);
        List<String> off =
                Stream.of("03-10", "03-11", "04-27").map(it -> "2026-" + it).toList();
        var put = service.put(
                token("clerk"),
                "/api/v1/calendars/2026",
                Map.of("state", "CONFIRMED", "decree", "Quyết định 1", "daysOff", off, "daysWorked", List.of()));
        assertThat(put.status()).isEqualTo(200);
        eventually(() ->
                assertThat(task(id).path("assignment").path("dueOn").asString()).isEqualTo("2026-03-25"));
        assertThat(task(id).path("unconfirmedYears")).isEmpty();
        assertThat(kinds(id)).containsExactly("ASSIGNED", "RESCHEDULED");

        Map<String, Object> told = Map.of("whom", "AGENCY", "ways", List.of("INBOX"));
        Map<String, Object> ladder =
                Map.of("hour", "09:30", "rungs", List.of(Map.of("offset", -2, "told", List.of(told))));
        assertThat(service.put(token("clerk"), "/api/v1/ladders/" + province, ladder)
                        .status())
                .isEqualTo(200);
        eventually(() -> {
            assertThat(task(id).path("nextRungOffset").asInt()).isEqualTo(-2);
            assertThat(task(id).path("nextRungAt").asString()).isEqualTo("2026-03-23T02:30:00Z");
        });
        assertThat(service.put(
                                token("clerk"),
                                "/api/v1/calendars/2026",
                                Map.of("state", "CONFIRMED", "daysOff", List.of("2026-03-08"), "daysWorked", List.of()))
                        .body()
                        .findValuesAsString("pointer"))
                .contains("/decree", "/daysOff");
    }

    @Test
    void tasksAreFoundByWordsWithAndWithoutDiacriticsAndCountedWithoutBeingRead() throws Exception {
        String one = issued(dated(LocalDate.of(2026, 3, 20)), "snv", "stc");
        issued(dated(LocalDate.of(2026, 4, 20)), "stc");
        assertThat(list("q=quan+triet&agency=" + code("snv"))).containsExactly(one);
        assertThat(list("q=QUÁN+triệt")).hasSize(3);
        assertThat(list("q=quán+xuyến")).isEmpty();
        assertThat(list("q=quan&limit=2")).hasSize(2);
        assertThat(list("q=%2F%2F")).as("no word is in nothing").isEmpty();
        var first = service.get(token("clerk"), "/api/v1/tasks?q=quan&limit=2&count=true")
                .body();
        assertThat(first.path("total").asInt()).isEqualTo(3);
        var rest = service.get(
                        token("clerk"),
                        "/api/v1/tasks?q=quan&limit=2&cursor="
                                + first.path("next").asString())
                .body();
        assertThat(rest.path("items")).hasSize(1);
        JsonNode counts = service.get(token("clerk"), "/api/v1/tasks/counts").body();
        assertThat(counts.path("total").asInt()).isEqualTo(3);
        assertThat(counts.path("standings").path("RUNNING_IN_TIME").asInt()).isEqualTo(3);
        assertThat(service.get(officer("snv"), "/api/v1/tasks/counts")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anEvaluationCountsTheDaysThatAnAgencyWasLateWhileItHadTheTask() throws Exception {
        String onTime = issued(dated(LocalDate.of(2026, 3, 20)), "snv");
        String late = issued(dated(LocalDate.of(2026, 3, 13)), "snv", "stc");
        issued(dated(LocalDate.of(2026, 4, 10)), "snv");
        String extended = issued(dated(LocalDate.of(2026, 2, 27)), "stc");
        step("stc", extended, "/extension", Map.of("dueOn", "2026-03-31", "reason", "chờ số liệu"), 200);
        step("clerk", extended, "/extension/decision", Map.of("granted", true), 200);
        step("snv", onTime, "/completion", Map.of("evidence", "xong"), 200);
        step("clerk", onTime, "/return", Map.of("reason", "thiếu"), 200);
        step("snv", onTime, "/completion", Map.of("evidence", "xong"), 200);
        service.clock().set(Instant.parse("2026-03-18T02:00:00Z"));
        step("snv", late, "/completion", Map.of("evidence", "xong"), 200);
        JsonNode snv = evaluated("from=2026-03", "snv");
        assertThat(snv.path("counts").toString()).isEqualTo("{\"DONE_ON_TIME\":1,\"DONE_LATE\":1}");
        assertThat(snv.path("onTimePercent").decimalValue()).isEqualByComparingTo("50");
        assertThat(snv.path("daysLate").asInt())
                .as("Friday the 13th to Wednesday the 18th")
                .isEqualTo(3);
        assertThat(snv.path("averageDaysLate").decimalValue()).isEqualByComparingTo("3");
        assertThat(snv.path("returned").asInt()).isEqualTo(1);
        assertThat(snv.hasNonNull("trend")).as("nothing was due before").isFalse();
        JsonNode stc = evaluated("from=2026-01&to=2026-03", "stc");
        assertThat(stc.path("extended").asInt()).isEqualTo(1);
        assertThat(stc.path("counts").toString()).isEqualTo("{\"RUNNING_IN_TIME\":1,\"RUNNING_OVERDUE\":1}");
        assertThat(list("extended=true")).containsExactly(extended);
        assertThat(list("returned=true&agency=" + code("snv"))).containsExactly(onTime);
        assertThat(list("returned=true&agency=" + code("stc"))).isEmpty();
        assertThat(list("returned=false&extended=false")).hasSize(3);
        assertThat(evaluated("to=2026-04", "snv").path("assigned").asInt())
                .as("from January on")
                .isEqualTo(3);
        service.clock().set(Instant.parse("2026-04-13T02:00:00Z"));
        JsonNode april = evaluated("from=2026-04", "snv");
        assertThat(april.path("onTimePercentBefore").decimalValue()).isEqualByComparingTo("50");
        assertThat(april.path("trend").decimalValue()).isEqualByComparingTo("-50");
        assertThat(april.path("daysLate").asInt()).isEqualTo(1);
        String unit = code("snv.cctk");
        issued(dated(LocalDate.of(2026, 4, 30)), "snv.cctk");
        assertThat(service.get(token("clerk"), "/api/v1/evaluations?from=2026-04&under=" + code("snv"))
                        .body()
                        .path("items")
                        .findValuesAsString("agency"))
                .containsExactly(code("snv"), unit);
        assertThat(service.get(officer("stt"), "/api/v1/evaluations?from=2026-01&to=2026-12")
                        .body()
                        .path("items"))
                .as("an agency sees its own line only")
                .isEmpty();
        for (String wrong : List.of("?from=2026-05&to=2026-04", "?from=2000-01&to=2026-01", "?from=2026-13")) {
            assertThat(service.get(token("clerk"), "/api/v1/evaluations" + wrong)
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void lateDaysStayWithTheAgencyThatHadTheTask() throws Exception {
        String id = issued(dated(LocalDate.of(2026, 3, 6)), "stc");
        service.clock().set(Instant.parse("2026-03-12T02:00:00Z"));
        step("clerk", id, "/redirection", Map.of("agency", code("stt"), "reason", "đúng thẩm quyền"), 200);
        String heir = task(id).path("successors").path(0).asString();
        service.clock().set(Instant.parse("2026-03-16T02:00:00Z"));
        step("stt", heir, "/completion", Map.of("evidence", "xong"), 200);
        assertThat(evaluated("from=2026-03", "stc").path("daysLate").asInt())
                .as("the 9th to the 11th")
                .isEqualTo(3);
        assertThat(evaluated("from=2026-03", "stc").path("assigned").asInt()).isZero();
        assertThat(evaluated("from=2026-03", "stt").path("daysLate").asInt())
                .as("the 12th, the 13th and the 16th")
                .isEqualTo(3);
    }

    @Test
    void tasksOfPlansStandUnderTheProgrammeThatTheyCarryOut() throws Exception {
        var resolution = directive("5/NQ", TODAY, null, provision("1", dated(LocalDate.of(2026, 6, 30)), "snv"));
        var plan = carryingOut(
                directive(null, null, null, provision("1", dated(LocalDate.of(2026, 5, 30)), "snv", "stc")),
                "5/NQ",
                TODAY);
        var ofThePlan = carryingOut(
                directive("9/KH", TODAY, null, provision("1", dated(LocalDate.of(2026, 4, 30)), "stt")), "77/KH", null);
        var another = carryingOut(
                directive("8/KH", TODAY, null, provision("1", dated(LocalDate.of(2026, 4, 30)), "stt")),
                "5/NQ",
                TODAY.minusYears(1));
        String last = issue(ofThePlan, "stt");
        issue(another, "stt");
        issue(plan, "snv");
        String first = issue(resolution, "snv");
        String programme = "programme=" + resolution.directiveId();
        assertThat(list(programme)).as("the plan has no number yet").hasSize(3);
        send(
                "dondoc.directives",
                plan.directiveId(),
                2,
                new DirectiveCorrected(plan.directiveId(), "77/KH", TODAY, null));
        eventually(() -> assertThat(list(programme)).hasSize(4).startsWith(last).endsWith(first));
        assertThat(list(programme + "&agency=" + code("snv"))).hasSize(2);
        assertThat(list(programme + "&q=quan+triet")).hasSize(4);
        assertThat(list("programme=" + plan.directiveId())).hasSize(3);
        JsonNode counts =
                service.get(token("clerk"), "/api/v1/tasks/counts?" + programme).body();
        assertThat(counts.path("total").asInt()).isEqualTo(4);
        assertThat(service.get(token("clerk"), "/api/v1/tasks?directive=x&" + programme)
                        .status())
                .isEqualTo(400);
    }

    private static DirectiveIssued carryingOut(DirectiveIssued it, String number, @Nullable LocalDate date) {
        var basis = new Citation(number, null, date, null, "căn cứ " + number, "BASIS");
        return new DirectiveIssued(
                it.directiveId(),
                it.number(),
                it.issueDate(),
                it.issuedOn(),
                it.endsOn(),
                it.docType(),
                it.issuer(),
                it.province(),
                it.subject(),
                it.signer(),
                it.groups(),
                it.provisions(),
                it.targets(),
                List.of(basis));
    }

    private JsonNode evaluated(String months, String agency) {
        return service.get(TestTokens.of(SUPERVISOR, province, null), "/api/v1/evaluations?" + months)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("agency").asString().equals(code(agency)))
                .findFirst()
                .orElseThrow();
    }

    private String code(String agency) {
        return province + "." + agency;
    }

    private String token(String who) {
        return who.equals("clerk") ? TestTokens.of(CLERK, province, null) : officer(who);
    }

    private String officer(String agency) {
        return TestTokens.of(OFFICER, province, code(agency));
    }

    private JsonNode task(String id) {
        return service.get(TestTokens.of(SUPERVISOR, province, null), "/api/v1/tasks/" + id)
                .body();
    }

    private List<String> kinds(String id) {
        return service.get(token("clerk"), "/api/v1/tasks/" + id + "/history")
                .body()
                .findValuesAsString("kind");
    }

    private List<String> list(String query) {
        return service.get(token("clerk"), "/api/v1/tasks?" + query)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private List<String> occurrences(DirectiveIssued directive) {
        return service.get(token("clerk"), "/api/v1/tasks?directive=" + directive.directiveId())
                .body()
                .findValuesAsString("occurrence");
    }

    private List<String> statuses(DirectiveIssued directive) {
        return service.get(token("clerk"), "/api/v1/tasks?directive=" + directive.directiveId())
                .body()
                .findValuesAsString("status");
    }

    private JsonNode step(String who, String id, String step, Object body, int expected) {
        var answer = service.post(token(who), "/api/v1/tasks/" + id + step, body);
        assertThat(answer.status())
                .as(step + " by " + who + ": " + answer.body())
                .isEqualTo(expected);
        return answer.body();
    }

    private static int attach(String token, String path, String content) {
        return send(token, path, content).statusCode();
    }

    private static String read(String token, String path) {
        return send(token, path, null).body();
    }

    private static java.net.http.HttpResponse<String> send(String token, String path, @Nullable String content) {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/octet-stream");
        var whole = content == null
                ? request.GET()
                : request.POST(java.net.http.HttpRequest.BodyPublishers.ofString(content));
        try {
            return java.net.http.HttpClient.newHttpClient()
                    .send(whole.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    private void register(String agency, @Nullable String parent) throws Exception {
        String above = parent == null ? null : code(parent);
        send(
                "dondoc.agencies",
                code(agency),
                1,
                new AgencyRegistered(
                        code(agency),
                        agency,
                        province,
                        "DEPARTMENT",
                        above,
                        above,
                        null,
                        agency.equals("snv") ? "Giám đốc Sở Nội vụ" : null,
                        LocalDate.of(2004, 1, 1),
                        null,
                        above == null ? List.of() : List.of(above)));
    }

    private String issued(TimeLimit limit, String... agencies) throws Exception {
        return issue(directive("1/UBND", TODAY, null, provision("1", limit, agencies)), agencies[0]);
    }

    /** The id of the task of {@code agency}. */
    private String issue(DirectiveIssued directive, String agency) throws Exception {
        send("dondoc.directives", directive.directiveId(), 1, directive);
        String query = "directive=" + directive.directiveId() + "&agency=" + code(agency);
        List<String> found = new ArrayList<>();
        eventually(() -> {
            found.addAll(list(query));
            assertThat(found).isNotEmpty();
        });
        return found.getFirst();
    }

    private DirectiveIssued directive(
            @Nullable String number,
            @Nullable LocalDate issueDate,
            @Nullable LocalDate endsOn,
            Provision... provisions) {
        Map<String, AgencyGroup> groups = new LinkedHashMap<>();
        for (Provision it : provisions) {
            for (String group : it.lead()) {
                groups.put(
                        group,
                        new AgencyGroup(
                                group,
                                group,
                                Stream.of(group.split(",")).map(this::code).toList()));
            }
        }
        return new DirectiveIssued(
                UUID.randomUUID().toString(),
                number,
                issueDate,
                TODAY,
                endsOn,
                "CONG_VAN",
                "UBND tỉnh",
                province,
                null,
                null,
                List.copyOf(groups.values()),
                List.of(provisions),
                List.of(),
                List.of());
    }

    private static Provision provision(String path, TimeLimit limit, String... agencies) {
        return new Provision(
                path, "quán triệt " + path, List.of(String.join(",", agencies)), List.of(), limit, null, List.of());
    }

    private static TimeLimit dated(LocalDate on) {
        return new TimeLimit(TimeLimit.Kind.DATE, "chậm nhất", on, true, null, null, null, null, null, null);
    }

    private static TimeLimit recurring(String frequency) {
        return new TimeLimit(TimeLimit.Kind.RECURRING, "hằng kỳ", null, true, null, null, frequency, null, null, null);
    }

    private static TimeLimit counted(int amount, String unit, String from) {
        return new TimeLimit(
                TimeLimit.Kind.DATE,
                "trong thời hạn",
                null,
                true,
                null,
                new TimeLimit.Counted(amount, unit, from),
                null,
                null,
                null,
                null);
    }

    private void send(String topic, String key, long sequence, Record data) throws Exception {
        var event = new RecordedEvent(
                key + "/" + sequence + "/" + topic,
                "/test",
                key,
                sequence,
                Instant.now(),
                Instant.now(),
                null,
                key,
                "test",
                new OutgoingEvent(
                        topic,
                        Contracts.typeOf(data.getClass()),
                        province,
                        new String(Contracts.json().writeValueAsBytes(data), StandardCharsets.UTF_8)));
        producer.send(CloudEventHeaders.toRecord(event)).get();
    }
}
