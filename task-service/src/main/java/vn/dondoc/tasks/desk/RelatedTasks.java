package vn.dondoc.tasks.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.Tasks;

/**
 * Who else has to do with a task: the other agencies of its clause, and those that do a part of it. Whoever sees a task may
 * know of them, for the directive names them.
 */
@Component
public class RelatedTasks {

    private static final AccessScope SELF = AccessScope.ofService("related-tasks");
    private static final int MOST = 500;
    private static final int MOST_LEADS = 50;

    /** From the best to the worst. */
    private static final Comparator<Task.Standing> WORST_LAST = Comparator.comparingInt(it -> switch (it) {
        case WITHDRAWN, SUPERSEDED, HANDED_OVER -> 0;
        case DONE_ON_TIME, DONE_WITHOUT_LIMIT -> 1;
        case DONE_LATE -> 2;
        case RUNNING_WITHOUT_LIMIT -> 3;
        case RUNNING_IN_TIME -> 4;
        case RUNNING_OVERDUE -> 5;
    });

    private final Tasks tasks;

    RelatedTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Those of the same clause and occurrence; of a clause for thousands, the first due. */
    public List<Versioned<Task>> alongside(Versioned<Task> task) {
        return task.state().assignment().duty() instanceof Duty.OfClause it
                ? tasks.alongside(SELF, it.directiveId(), it.clause(), MOST).stream()
                        .filter(other -> !other.id().equals(task.id())
                                && other.state().assignment().duty().equals(it))
                        .toList()
                : List.of();
    }

    /** What it handed down. */
    public List<Versioned<Task>> parts(Versioned<Task> task) {
        return tasks.handedDown(SELF, task.id());
    }

    /** How the worst of some stands. */
    public Optional<Task.Standing> worst(List<Task.Standing> standings) {
        return standings.stream().max(WORST_LAST);
    }

    /** The agencies that lead the clause of a task. */
    public List<String> leads(Task task) {
        return task.assignment().clause().stream()
                .flatMap(it -> tasks.alongside(SELF, it.directiveId(), it.clause(), MOST_LEADS).stream())
                .map(it -> it.state().assignment())
                .filter(it -> it.role() == Assignment.Role.LEAD)
                .map(Assignment::agency)
                .distinct()
                .toList();
    }
}
