package vn.dondoc.tasks.task.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.tasks.Fixtures;
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Attachment;
import vn.dondoc.tasks.task.Count;
import vn.dondoc.tasks.task.DueRung;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskTests;
import vn.dondoc.tasks.task.TimeLimitClass;

class TaskDocumentTests {

    @Test
    void everyStateComesBackAsItWasStored() {
        TaskTests.inEveryState().forEach((status, task) -> {
            TaskDocument stored = TaskDocument.from(task);
            assertThat(stored.status()).isEqualTo(status);
            assertThat(stored.toTask()).isEqualTo(task);
            assertThat(TaskDocument.count(String.valueOf(stored.countsAs()))).isEqualTo(task.count());
            assertThat(TaskDocument.course(String.valueOf(stored.wentAs()))).isEqualTo(task.course());
        });
    }

    @Test
    void whatATaskMayHaveComesBackAsItWasStored() {
        var since = new Limit.Counted(
                15, Limit.Counted.Unit.WORKING_DAY, Limit.Counted.From.EVENT, LocalDate.of(2021, 8, 24));
        var limit = new Limit(
                TimeLimitClass.DATED, LocalDate.of(2021, 9, 14), LocalTime.of(17, 0), "15 ngày làm việc", since);
        var assignment = new Assignment(
                "VN-23",
                "VN-23.snv",
                Assignment.Role.COOPERATING,
                new Duty.HandedDown("superior", new Duty.OfClause("d", "1/UBND", "1.1", "2021-Q3")),
                new Assigner.Agency("VN-23.stc"),
                "rà soát",
                limit,
                "predecessor");
        Task task = Task.assign(assignment, new DueRung(-3, Fixtures.NOW), Fixtures.OTHER)
                .state()
                .progress(Fixtures.OWN, 30, "ghi chú", Map.of("hồ sơ. đã xử lý", new BigDecimal("12.50")))
                .state()
                .askForExtension(Fixtures.OWN, LocalDate.of(2021, 10, 1), "lý do")
                .state()
                .ask(Fixtures.OWN, "hỏi")
                .state()
                .attach(Fixtures.OWN, new Attachment("a", "b.pdf", "x/y", 3, "00", "ai", Fixtures.NOW))
                .state();
        assertThat(TaskDocument.from(task).toTask()).isEqualTo(task);
        assertThat(TaskDocument.count(String.valueOf(TaskDocument.from(task).countsAs())))
                .isEqualTo(new Count.RunningUntil(LocalDate.of(2021, 9, 14), LocalTime.of(17, 0)));
    }

    /** As form 2 was written: rungs had names, and there was no history. */
    @Test
    void form2IsStillRead() {
        var assignment = new AssignmentDocument(
                "VN-23",
                "VN-23.snv",
                Assignment.Role.LEAD,
                AssignmentDocument.Source.REPORT,
                null,
                null,
                null,
                null,
                "report",
                null,
                null,
                null,
                "Báo cáo quý 2021-Q3",
                TimeLimitClass.DATED,
                LocalDate.of(2021, 9, 20),
                null,
                null,
                null);
        Instant at = Instant.parse("2021-09-21T01:00:00Z");
        Task task = form2(assignment, "T+1", at).toTask();
        assertThat(task.nextRung()).isEqualTo(new DueRung(1, at));
        assertThat(task.assignment().duty()).isEqualTo(new Duty.OfReport("report"));
        assertThat(task.history()).isEmpty();
        assertThat(form2(assignment, "T", at).toTask().nextRung()).isEqualTo(new DueRung(0, at));
        assertThat(form2(assignment, "T-7", at).toTask().nextRung()).isEqualTo(new DueRung(-7, at));
        assertThat(TaskDocument.from(task).dueOrder()).isEqualTo("2021-09-20T24");
    }

    private static TaskDocument form2(AssignmentDocument assignment, String rung, Instant at) {
        return new TaskDocument(
                assignment,
                vn.dondoc.tasks.task.Status.ACCEPTED,
                40,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                rung,
                null,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "2021-09-20",
                "2021-09-20",
                "RUNNING",
                null,
                null,
                null);
    }
}
