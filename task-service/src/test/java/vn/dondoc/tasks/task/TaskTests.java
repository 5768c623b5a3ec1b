package vn.dondoc.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.task.Task.Standing;

class TaskTests {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 14);

    @Test
    void isInTimeThroughItsLastDay() {
        assertThat(task(DUE).complete(DUE, null).state().standingOn(DUE)).isEqualTo(Standing.DONE_ON_TIME);
        assertThat(task(DUE).complete(DUE.plusDays(1), null).state().standingOn(DUE))
                .isEqualTo(Standing.DONE_LATE);
        assertThat(task(DUE).standingOn(DUE)).isEqualTo(Standing.RUNNING_IN_TIME);
        assertThat(task(DUE).standingOn(DUE.plusDays(1))).isEqualTo(Standing.RUNNING_OVERDUE);
    }

    @Test
    void withoutADateIsNeverOverdue() {
        assertThat(task(null).standingOn(LocalDate.of(2099, 1, 1))).isEqualTo(Standing.RUNNING_WITHOUT_LIMIT);
        assertThat(task(null).complete(DUE, null).state().standingOn(DUE)).isEqualTo(Standing.DONE_WITHOUT_LIMIT);
    }

    @Test
    void isCompletedOnce() {
        Task done = task(DUE).complete(DUE, "first").state();
        assertThat(done.complete(DUE.plusDays(9), "again").changed()).isFalse();
        assertThat(done.nextRung()).isNull();
    }

    @Test
    void refusesAProgressReportAfterCompletion() {
        Task done = task(DUE).complete(DUE, null).state();
        assertThatThrownBy(() -> done.progress(50, null))
                .isInstanceOfSatisfying(
                        Failure.Rejected.class, it -> assertThat(it.code()).isEqualTo("task-completed"));
    }

    private static Task task(@Nullable LocalDate due) {
        var assignment = new Assignment(
                "VN-23",
                "VN-23.snv",
                Assignment.Role.LEAD,
                Assignment.Source.DIRECTIVE,
                "d",
                null,
                "1",
                null,
                "x",
                due == null ? TimeLimitClass.CONTINUOUS : TimeLimitClass.DATED,
                due,
                null);
        return Task.assign(assignment, null).state();
    }
}
