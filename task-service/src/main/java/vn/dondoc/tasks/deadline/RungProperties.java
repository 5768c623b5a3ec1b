package vn.dondoc.tasks.deadline;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rungs of the ladder and the sweep that fires them.
 *
 * @param offsets working days from the last day in time; negative before, 0 on it, positive after
 * @param hour at which a rung is due, in Vietnam
 * @param sweepInterval how often due rungs are looked for
 * @param batch tasks per look
 * @param lateAfter how long after its hour a rung counts as late
 */
@ConfigurationProperties("dondoc.deadlines")
public record RungProperties(
        @DefaultValue({"-7", "-3", "-1", "0", "1", "3", "7"})
        List<Integer> offsets,

        @DefaultValue("08:00") LocalTime hour,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("500") int batch,
        @DefaultValue("24h") Duration lateAfter) {

    public RungProperties {
        if (!offsets.equals(offsets.stream().sorted().toList())) {
            throw new IllegalArgumentException("dondoc.deadlines.offsets must ascend");
        }
        if (batch < 1 || batch > 5_000) {
            throw new IllegalArgumentException("dondoc.deadlines.batch is from 1 to 5000");
        }
        offsets = List.copyOf(offsets);
    }
}
