package vn.dondoc.tasks.scoreboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.Tasks;

/** Counts tasks per agency in the official classes, as of now. */
@Component
public class Scoreboard {

    private final Tasks tasks;
    private final Clock clock;

    Scoreboard(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * One agency's line.
     *
     * @param counts tasks per standing; a standing that has none is left out
     */
    public record Line(String agency, Map<Task.Standing, Integer> counts) {

        public int of(Task.Standing standing) {
            return counts.getOrDefault(standing, 0);
        }

        public int overdue() {
            return of(Task.Standing.RUNNING_OVERDUE);
        }

        /** In time, overdue and without a limit. */
        public int running() {
            return overdue() + of(Task.Standing.RUNNING_IN_TIME) + of(Task.Standing.RUNNING_WITHOUT_LIMIT);
        }

        public int done() {
            return of(Task.Standing.DONE_ON_TIME) + of(Task.Standing.DONE_LATE) + of(Task.Standing.DONE_WITHOUT_LIMIT);
        }

        /** All that were given and still count: not withdrawn, superseded or handed over. */
        public int assigned() {
            return done() + running();
        }

        /** Done late, and overdue. */
        public int late() {
            return of(Task.Standing.DONE_LATE) + overdue();
        }

        /** Of those that are done or overdue, with one decimal; {@code null} if there is none. */
        public @Nullable BigDecimal onTimePercent() {
            int onTime = of(Task.Standing.DONE_ON_TIME);
            return onTime + late() == 0
                    ? null
                    : BigDecimal.valueOf(onTime * 100L)
                            .divide(BigDecimal.valueOf(onTime + late()), 1, RoundingMode.HALF_UP);
        }
    }

    /** One line per agency in sight, in code order. */
    public List<Line> lines(AccessScope scope) {
        LocalDateTime now = VietnamTime.now(clock);
        Map<String, Map<Task.Standing, Integer>> lines = new TreeMap<>();
        for (Tasks.Tally it : tasks.tally(scope, null)) {
            lines.computeIfAbsent(it.agency(), agency -> new EnumMap<>(Task.Standing.class))
                    .merge(it.as().at(now), it.tasks(), Integer::sum);
        }
        List<Line> result = new ArrayList<>();
        lines.forEach((agency, counts) -> result.add(new Line(agency, counts)));
        return result;
    }
}
