package vn.dondoc.tasks.deadline;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dondoc.tasks.task.TaskEvent;

/**
 * The ladder that is shipped and the sweep that fires its rungs.
 *
 * @param rungs by ascending offset; see {@link Ladder}
 * @param hour at which a rung is due, in Vietnam
 * @param sweepInterval how often due rungs are looked for
 * @param batch tasks per look
 * @param lateAfter how long after its hour a rung counts as late
 * @param clockTolerance by how much the clock may differ from the store's before nothing is fired any more
 */
@ConfigurationProperties("dondoc.deadlines")
public record RungProperties(
        List<Rung> rungs,
        @DefaultValue("08:00") LocalTime hour,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("500") int batch,
        @DefaultValue("24h") Duration lateAfter,
        @DefaultValue("1m") Duration clockTolerance) {

    /** A rung, and whom it concerns. */
    public record Rung(int offset, List<Told> told) {}

    /** Somebody, and how they are told. */
    public record Told(TaskEvent.Whom whom, List<TaskEvent.Way> ways) {}

    public RungProperties {
        if (batch < 1 || batch > 5_000) {
            throw new IllegalArgumentException("dondoc.deadlines.batch is from 1 to 5000");
        }
        rungs = List.copyOf(rungs);
    }

    /** The ladder of a province that decided on none. */
    public Ladder ladder() {
        return new Ladder(
                hour,
                rungs.stream()
                        .map(it -> new Ladder.Rung(
                                it.offset(),
                                it.told().stream()
                                        .map(told -> new TaskEvent.Told(told.whom(), told.ways()))
                                        .toList()))
                        .toList());
    }
}
