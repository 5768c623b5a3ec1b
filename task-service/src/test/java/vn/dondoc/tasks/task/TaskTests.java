package vn.dondoc.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.dondoc.tasks.Fixtures.NOW;
import static vn.dondoc.tasks.Fixtures.OFFICE;
import static vn.dondoc.tasks.Fixtures.OTHER;
import static vn.dondoc.tasks.Fixtures.OWN;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.Fixtures;
import vn.dondoc.tasks.task.Task.Standing;

public class TaskTests {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 14);
    private static final State.Product PRODUCT = new State.Product("kế hoạch", "12/KH-SNV", DUE);

    @Test
    void isInTimeThroughItsLastDay() {
        assertThat(standing(done(DUE), DUE)).isEqualTo(Standing.DONE_ON_TIME);
        assertThat(standing(done(DUE.plusDays(1)), DUE)).isEqualTo(Standing.DONE_LATE);
        assertThat(standing(task(DUE), DUE)).isEqualTo(Standing.RUNNING_IN_TIME);
        assertThat(standing(task(DUE), DUE.plusDays(1))).isEqualTo(Standing.RUNNING_OVERDUE);
    }

    @Test
    void isInTimeUntilTheHourOfItsLastDay() {
        var limit = new Limit(TimeLimitClass.DATED, DUE, LocalTime.of(17, 0), "trước 17 giờ", null);
        Task task = Task.assign(Fixtures.assignment(limit), null, OFFICE).state();
        assertThat(task.count().at(DUE.atTime(16, 59))).isEqualTo(Standing.RUNNING_IN_TIME);
        assertThat(task.count().at(DUE.atTime(17, 0))).isEqualTo(Standing.RUNNING_IN_TIME);
        assertThat(task.count().at(DUE.atTime(17, 0, 1))).isEqualTo(Standing.RUNNING_OVERDUE);
        Task late = task.complete(at(OWN, DUE, 18), PRODUCT).state();
        assertThat(standing(late, DUE)).isEqualTo(Standing.DONE_LATE);
        assertThat(standing(task.complete(at(OWN, DUE, 9), PRODUCT).state(), DUE))
                .isEqualTo(Standing.DONE_ON_TIME);
    }

    @Test
    void withoutADateIsNeverOverdue() {
        assertThat(standing(task(null), LocalDate.of(2099, 1, 1))).isEqualTo(Standing.RUNNING_WITHOUT_LIMIT);
        assertThat(standing(task(null).complete(OWN, PRODUCT).state(), DUE)).isEqualTo(Standing.DONE_WITHOUT_LIMIT);
    }

    @Test
    void isCompletedOnce() {
        Task done = done(DUE);
        assertThat(done.complete(OWN, PRODUCT).changed()).isFalse();
        assertThat(done.doneByReport(OWN, DUE.plusDays(9), "report x").changed())
                .isFalse();
        assertThat(done.nextRung()).isNull();
    }

    /** Every step in every state: what is lawful, and the code of what is not. "=" stays as it is. */
    @Test
    void onlyLawfulStepsAreTaken() {
        Map<String, BiFunction<Task, Actor, Decision<Task, TaskEvent>>> steps = new LinkedHashMap<>();
        steps.put("accept", (it, by) -> it.accept(OWN));
        steps.put("refuse", (it, by) -> it.refuse(OWN, "r", null));
        steps.put("insist", (it, by) -> it.insist(OFFICE, "r"));
        steps.put("progress", (it, by) -> it.progress(OWN, 50, null, Map.of("hồ sơ", BigDecimal.TEN)));
        steps.put("complete", (it, by) -> it.complete(OWN, PRODUCT));
        steps.put("verify", (it, by) -> it.verify(OFFICE, null));
        steps.put("return", (it, by) -> it.sendBack(OFFICE, "r", null, assignment -> null));
        steps.put("extend", (it, by) -> it.askForExtension(OWN, DUE.plusDays(9), "r"));
        steps.put("withdraw", (it, by) -> it.takeBack(OFFICE, "r"));
        steps.put("redirect", (it, by) -> it.redirect(OFFICE, List.of(new TaskEvent.Heir("x", "t")), DUE, "r"));
        steps.put("hand down", (it, by) -> it.handDown(OWN, List.of("x"), "r"));
        steps.put("ask", (it, by) -> it.ask(OWN, "?"));
        Map<Status, String> table = new EnumMap<>(Status.class);
        for (Map.Entry<Status, Task> state : inEveryState().entrySet()) {
            StringBuilder row = new StringBuilder();
            steps.forEach((name, step) -> {
                String outcome;
                try {
                    Decision<Task, TaskEvent> decision = step.apply(state.getValue(), OWN);
                    outcome = decision.changed()
                            ? Status.of(decision.state().state()).name()
                            : "=";
                } catch (Failure.Rejected refused) {
                    outcome = refused.code();
                }
                row.append(row.isEmpty() ? "" : " | ").append(name).append(' ').append(outcome);
            });
            table.put(state.getKey(), row.toString());
        }
        String open = "accept %s | refuse MISADDRESSED | insist %s | progress ACCEPTED | complete COMPLETED"
                + " | verify not-completed | return not-completed | extend %s | withdraw WITHDRAWN"
                + " | redirect HANDED_OVER | hand down ACCEPTED | ask %s";
        String done = "accept task-completed | refuse task-completed | insist not-refused | progress task-completed"
                + " | complete = | verify %s | return RETURNED | extend task-completed | withdraw task-completed"
                + " | redirect task-completed | hand down task-completed | ask task-completed";
        String over = "accept %1$s | refuse %1$s | insist not-refused | progress %1$s | complete %1$s"
                + " | verify not-completed | return not-completed | extend %1$s | withdraw %1$s | redirect %1$s"
                + " | hand down %1$s | ask %1$s";
        assertThat(table)
                .containsEntry(Status.ASSIGNED, open.formatted("ACCEPTED", "not-refused", "ASSIGNED", "ASSIGNED"))
                .containsEntry(Status.ACCEPTED, open.formatted("=", "not-refused", "ACCEPTED", "ACCEPTED"))
                .containsEntry(Status.RETURNED, open.formatted("ACCEPTED", "not-refused", "RETURNED", "RETURNED"))
                .containsEntry(
                        Status.MISADDRESSED, open.formatted("ACCEPTED", "ASSIGNED", "MISADDRESSED", "MISADDRESSED"))
                .containsEntry(Status.COMPLETED, done.formatted("VERIFIED"))
                .containsEntry(Status.VERIFIED, done.formatted("="))
                .containsEntry(Status.WITHDRAWN, over.formatted("task-withdrawn"))
                .containsEntry(Status.SUPERSEDED, over.formatted("task-superseded"))
                .containsEntry(Status.HANDED_OVER, over.formatted("task-handed-over"))
                .hasSameSizeAs(Status.values());
    }

    @Test
    void nobodyTakesTheStepOfTheOther() {
        Task open = task(DUE);
        Task asked = open.askForExtension(OWN, DUE.plusDays(7), "chờ số liệu").state();
        Task done = done(DUE);
        var both = new Actor("kiêm nhiệm", "VN-23.snv", true, NOW);
        for (Actor notOwn : List.of(OFFICE, OTHER)) {
            assertForbidden(() -> open.accept(notOwn), "not-yours");
            assertForbidden(() -> open.complete(notOwn, PRODUCT), "not-yours");
            assertForbidden(() -> open.askForExtension(notOwn, DUE.plusDays(9), "r"), "not-yours");
        }
        for (Actor notAssigner : List.of(OWN, OTHER, both)) {
            assertForbidden(() -> done.verify(notAssigner, null), "not-assigner");
            assertForbidden(() -> done.sendBack(notAssigner, "r", null, it -> null), "not-assigner");
            assertForbidden(() -> asked.grantExtension(notAssigner, null, null, it -> null), "not-assigner");
            assertForbidden(() -> asked.refuseExtension(notAssigner, null), "not-assigner");
            assertForbidden(() -> open.takeBack(notAssigner, "r"), "not-assigner");
        }
        var sameName = new Actor(OWN.name(), null, true, NOW);
        assertForbidden(() -> asked.grantExtension(sameName, null, null, it -> null), "own-request");
    }

    @Test
    void anExtensionIsAskedForOnceAtATimeCountedAndBeginsTheLadderAgain() {
        Task asked =
                task(DUE).askForExtension(OWN, DUE.plusDays(7), "chờ số liệu").state();
        assertThat(asked.assignment().limit().dueOn())
                .as("asking moves nothing")
                .isEqualTo(DUE);
        assertThat(catchThrowable(() -> asked.askForExtension(OWN, DUE.plusDays(9), "r")))
                .isInstanceOf(Failure.Rejected.class);
        assertThat(catchThrowable(() -> task(DUE).askForExtension(OWN, DUE, "r")))
                .isInstanceOf(Failure.Invalid.class);
        assertThat(catchThrowable(() -> task(null).askForExtension(OWN, DUE, "r")))
                .isInstanceOf(Failure.Rejected.class);

        var rung = new DueRung(-7, NOW);
        Task granted = asked.grantExtension(OFFICE, DUE.plusDays(5), "năm ngày", it -> rung)
                .state();
        assertThat(granted.assignment().limit().dueOn()).isEqualTo(DUE.plusDays(5));
        assertThat(granted.nextRung()).isEqualTo(rung);
        assertThat(granted.extensions()).isEqualTo(new Extensions(null, 1, 0));

        Task refused = granted.askForExtension(OWN, DUE.plusDays(30), "nữa")
                .state()
                .refuseExtension(OFFICE, "không")
                .state();
        assertThat(refused.extensions()).isEqualTo(new Extensions(null, 1, 1));
        assertThat(refused.assignment().limit().dueOn()).isEqualTo(DUE.plusDays(5));
    }

    @Test
    void onlyTheReportThatDidItOpensItAgain() {
        Task done = task(DUE).doneByReport(Fixtures.OTHER, DUE, "report a").state();
        assertThat(done.reportReturned(OTHER, "report b", "thiếu", null).changed())
                .isFalse();
        var rung = new DueRung(1, NOW);
        Task again =
                done.reportReturned(OTHER, "report a", "thiếu số liệu", rung).state();
        assertThat(again.state()).isEqualTo(new State.Returned("thiếu số liệu"));
        assertThat(again.nextRung()).isEqualTo(rung);
        assertThat(standing(again, DUE.plusDays(1))).isEqualTo(Standing.RUNNING_OVERDUE);
        assertThat(standing(
                        again.doneByReport(OTHER, DUE.plusDays(2), "report a").state(), DUE))
                .isEqualTo(Standing.DONE_LATE);
    }

    @Test
    void everyStepIsALineOfItsHistory() {
        Task task = task(DUE)
                .accept(OWN)
                .state()
                .progress(OWN, 40, "đã rà soát", Map.of("quy trình", new BigDecimal("12")))
                .state()
                .ask(OWN, "có gồm cấp xã không")
                .state()
                .answer(OFFICE, 1, "có")
                .state()
                .complete(OWN, PRODUCT)
                .state()
                .sendBack(OFFICE, "thiếu phụ lục", DUE.plusDays(3), it -> null)
                .state();
        assertThat(task.history().stream().map(Step::kind))
                .containsExactly(
                        Step.Kind.ASSIGNED,
                        Step.Kind.ACCEPTED,
                        Step.Kind.PROGRESSED,
                        Step.Kind.ASKED,
                        Step.Kind.ANSWERED,
                        Step.Kind.COMPLETED,
                        Step.Kind.RETURNED);
        assertThat(task.history().get(2).figures()).containsEntry("quy trình", new BigDecimal("12"));
        assertThat(task.history().getLast().dueOn()).isEqualTo(DUE.plusDays(3));
        assertThat(task.questions().getFirst().answer()).isEqualTo("có");
        assertThat(task.percent()).isZero();
    }

    @Test
    void whoGaveItPressesForItUntilItIsDone() {
        Decision<Task, TaskEvent> pressed = task(DUE).press(OFFICE, "chậm nhất là thứ Sáu");
        assertThat(pressed.events())
                .singleElement()
                .isEqualTo(new TaskEvent.TaskPressed(pressed.state().assignment(), "chậm nhất là thứ Sáu"));
        assertThat(pressed.state().history().getLast().text()).isEqualTo("chậm nhất là thứ Sáu");
        assertThat(pressed.state().assignment().limit().dueOn()).isEqualTo(DUE);
        assertThat(catchThrowable(() -> task(DUE).press(OWN, "x"))).isInstanceOf(Failure.Forbidden.class);
        Task done = task(DUE).complete(OWN, PRODUCT).state();
        assertThat(catchThrowable(() -> done.press(OFFICE, "x"))).isInstanceOf(Failure.Rejected.class);
    }

    @Test
    void aHistoryEndsSomewhereButATaskCanStillBeDone() {
        Task task = task(DUE);
        for (int i = 0; i < 999; i++) {
            task = task.progress(OWN, i % 100, null, Map.of()).state();
        }
        Task full = task;
        assertThatThrownBy(() -> full.progress(OWN, 99, null, Map.of()))
                .isInstanceOfSatisfying(
                        Failure.Rejected.class, it -> assertThat(it.code()).isEqualTo("too-many-steps"));
        assertThat(full.complete(OWN, PRODUCT).changed()).isTrue();
    }

    @Test
    void whoWasRidOfItMayBeGivenItAgain() {
        Assignment again = Fixtures.assignment(DUE.plusDays(30));
        for (Map.Entry<Status, Task> it : inEveryState().entrySet()) {
            Decision<Task, TaskEvent> decision = it.getValue().assignAgain(again, null, OFFICE);
            boolean ridOf = EnumSet.of(Status.WITHDRAWN, Status.SUPERSEDED, Status.HANDED_OVER)
                    .contains(it.getKey());
            assertThat(decision.changed()).as(it.getKey().name()).isEqualTo(ridOf);
            if (ridOf) {
                assertThat(decision.state().state()).isEqualTo(new State.Assigned());
                assertThat(decision.state().assignment()).isEqualTo(again);
                assertThat(decision.events()).containsExactly(new TaskEvent.TaskAssigned(again));
            }
        }
    }

    @Test
    void whoGaveAPartDecidesOnIt() {
        Assignment part = new Assignment(
                "VN-23",
                "VN-23.snv.cctk",
                Assignment.Role.LEAD,
                new Duty.HandedDown("superior", new Duty.Requested()),
                new Assigner.Agency("VN-23.snv"),
                "rà soát",
                Limit.on(DUE, null));
        var unit = new Actor("chi cục", "VN-23.snv.cctk", false, NOW);
        Task done = Task.assign(part, null, OWN).state().complete(unit, PRODUCT).state();
        assertForbidden(() -> done.verify(OFFICE, null), "not-assigner");
        assertThat(done.verify(OWN, "đạt").state().state()).isInstanceOf(State.Verified.class);
    }

    /** A task in each state there is. */
    public static Map<Status, Task> inEveryState() {
        Map<Status, Task> all = new EnumMap<>(Status.class);
        Task assigned = task(DUE);
        all.put(Status.ASSIGNED, assigned);
        all.put(Status.ACCEPTED, assigned.accept(OWN).state());
        all.put(Status.COMPLETED, done(DUE));
        all.put(
                Status.RETURNED,
                done(DUE).sendBack(OFFICE, "thiếu", null, it -> null).state());
        all.put(
                Status.MISADDRESSED,
                assigned.refuse(OWN, "không phải", "VN-23.stc").state());
        all.put(Status.VERIFIED, done(DUE).verify(OFFICE, "đạt").state());
        all.put(Status.WITHDRAWN, assigned.takeBack(OFFICE, "thôi").state());
        all.put(
                Status.SUPERSEDED,
                assigned.supersede(OFFICE, DUE, "d2", "thay thế").state());
        all.put(
                Status.HANDED_OVER,
                assigned.handOver(OFFICE, List.of(new TaskEvent.Heir("VN-23.stc", "t2")), DUE, "hợp nhất")
                        .state());
        return all;
    }

    private static Standing standing(Task task, LocalDate day) {
        return task.count().at(LocalDateTime.of(day, LocalTime.NOON));
    }

    private static Task done(LocalDate on) {
        return task(DUE).complete(at(OWN, on, 9), PRODUCT).state();
    }

    private static Actor at(Actor who, LocalDate day, int hour) {
        Instant at = vn.dondoc.calendar.WorkingCalendar.at(day, LocalTime.of(hour, 0));
        return new Actor(who.name(), who.agency(), who.ofTheOffice(), at.plus(Duration.ofSeconds(1)));
    }

    private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable step, String code) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Failure.Forbidden.class,
                        it -> assertThat(it.text().key()).isEqualTo("tasks." + code));
    }

    private static Task task(@Nullable LocalDate due) {
        return Task.assign(Fixtures.assignment(due), due == null ? null : new DueRung(-7, NOW), OFFICE)
                .state();
    }
}
