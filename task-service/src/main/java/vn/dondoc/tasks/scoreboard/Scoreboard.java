package vn.dondoc.tasks.scoreboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.tasks.calendar.WorkingCalendar;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.Tasks;

/** Counts tasks per agency in the official classes, as of today. */
@Component
public class Scoreboard {

    private static final int STRETCH = 1_000;

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
    public record Line(String agency, Map<Task.Standing, Integer> counts) {}

    /** One line per agency in sight, in code order. */
    public List<Line> lines(AccessScope scope) {
        LocalDate today = WorkingCalendar.dateOf(clock.instant());
        Map<String, Map<Task.Standing, Integer>> lines = new TreeMap<>();
        String after = "";
        List<Versioned<Task>> stretch;
        do {
            stretch = tasks.list(scope, Tasks.Filter.none(), after, STRETCH);
            for (Versioned<Task> task : stretch) {
                lines.computeIfAbsent(task.state().assignment().agency(), it -> new EnumMap<>(Task.Standing.class))
                        .merge(task.state().standingOn(today), 1, Integer::sum);
                after = task.id();
            }
        } while (stretch.size() == STRETCH);
        List<Line> result = new ArrayList<>();
        lines.forEach((agency, counts) -> result.add(new Line(agency, counts)));
        return result;
    }
}
