package vn.dondoc.messaging.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the outbox.
 *
 * @param batch aggregates relayed at once
 * @param gather how long the relay waits after a nudge for others to join its batch; zero waits for none
 * @param sweepInterval how often events whose nudge was lost are looked for
 * @param sendTimeout how long the broker may take to acknowledge before the relay backs off
 * @param maxPending events one aggregate may hold before further commands are refused with 503
 * @param commandMemory how long a retry of a command is recognised at least, unless an aggregate is given more than
 *     {@value #MOST_COMMANDS} commands in that time
 */
@ConfigurationProperties("dondoc.outbox")
public record OutboxProperties(
        @DefaultValue("500") int batch,
        @DefaultValue("10ms") Duration gather,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("200") int maxPending,
        @DefaultValue("24h") Duration commandMemory) {

    static final int MOST_COMMANDS = 1_000;

    public OutboxProperties {
        require(batch >= 1 && batch <= 5_000, "dondoc.outbox.batch is from 1 to 5000");
        require(maxPending >= 1 && maxPending <= 1_000, "dondoc.outbox.max-pending is from 1 to 1000");
        require(
                commandMemory.toHours() >= 1 && commandMemory.toDays() <= 30,
                "dondoc.outbox.command-memory is from 1h to 30d");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
