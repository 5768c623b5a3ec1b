package vn.dondoc.tasks.breakdown;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.tasks.series.Recurrence;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.TimeLimitClass;

/**
 * A clause of a directive that gives agencies something to do.
 *
 * @param path of the provision
 * @param leads agencies
 * @param cooperating agencies; one that leads too only leads
 */
public record Clause(String path, String text, Set<String> leads, Set<String> cooperating, Asked limit) {

    public Clause {
        leads = Set.copyOf(leads);
        cooperating = Set.copyOf(cooperating);
    }

    /**
     * The limit as the directive words it.
     *
     * @param timeLimit DATED if it names a day or how to count one
     * @param lastDay that it names
     * @param counted how to count it; its day is not known yet
     * @param recurrence if it comes round
     * @param instance the one period that is meant, such as {@code 2021-Q3}; {@code null} for all
     */
    public record Asked(
            TimeLimitClass timeLimit,
            @Nullable String phrase,
            @Nullable LocalDate lastDay,
            @Nullable LocalTime hour,
            Limit.@Nullable Counted counted,
            @Nullable Recurrence recurrence,
            @Nullable String instance) {}
}
