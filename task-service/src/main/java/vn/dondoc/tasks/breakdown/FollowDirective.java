package vn.dondoc.tasks.breakdown;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.tasks.deadline.Rungs;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;

/** What becomes of a directive's open tasks when it is amended or no longer in force. */
@Component
public class FollowDirective {

    private static final AccessScope SELF = AccessScope.ofService("follow-directive");

    private final Tasks tasks;
    private final Rungs rungs;

    FollowDirective(Tasks tasks, Rungs rungs) {
        this.tasks = tasks;
        this.rungs = rungs;
    }

    /** @param clause only tasks of this clause; {@code null} means all of the directive */
    public void withdraw(String eventId, String directiveId, @Nullable String clause, LocalDate on, String reason) {
        each(eventId, directiveId, clause, it -> it.withdraw(on, reason));
    }

    /** Gives the tasks of one clause another last day. */
    public void reschedule(String eventId, String directiveId, String clause, LocalDate dueOn, String reason) {
        Optional<Task.DueRung> first = rungs.firstAfterNow(dueOn);
        each(eventId, directiveId, clause, it -> it.reschedule(dueOn, first.orElse(null), reason));
    }

    private void each(
            String eventId,
            String directiveId,
            @Nullable String clause,
            Function<Task, Decision<Task, TaskEvent>> decide) {
        for (String id : tasks.idsOf(SELF, directiveId, clause)) {
            tasks.change(SELF, id, Command.causedBy(eventId, SELF.actor()), decide);
        }
    }
}
