package vn.dondoc.tasks.deadline;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.task.TaskEvent;

/**
 * When and whom a deadline is spoken of.
 *
 * @param hour of the working day at which a rung is due, in Vietnam
 * @param rungs by ascending offset
 */
public record Ladder(LocalTime hour, List<Rung> rungs) {

    /** @throws Failure.Invalid if the rungs do not ascend */
    public Ladder {
        rungs = List.copyOf(rungs);
        List<Integer> offsets = rungs.stream().map(Rung::offset).toList();
        if (!offsets.equals(offsets.stream().sorted().distinct().toList())) {
            throw new Failure.Invalid("/rungs", "tasks.ladder-ascending");
        }
    }

    /**
     * A step.
     *
     * @param offset working days from the last day in time: negative before, 0 on it, positive after
     * @param told whom it concerns
     */
    public record Rung(int offset, List<TaskEvent.Told> told) {
        public Rung {
            told = List.copyOf(told);
        }
    }

    Optional<Rung> first(int fromOffset) {
        return rungs.stream().filter(it -> it.offset() >= fromOffset).findFirst();
    }
}
