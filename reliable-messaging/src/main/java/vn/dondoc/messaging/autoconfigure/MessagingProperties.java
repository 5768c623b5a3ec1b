package vn.dondoc.messaging.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service uses the broker; how it reaches it is {@code spring.kafka}.
 *
 * @param partitions of topics that do not exist yet
 * @param replicas of those topics; -1 takes the broker's default
 * @param compareStore whether a service that starts compares its store with what it last said; a store that lacks some of it is
 *     not served
 * @param gather how long a consumer waits between polls, so that more records come at once; zero waits not at all
 */
@ConfigurationProperties("dondoc.kafka")
public record MessagingProperties(
        @DefaultValue("12") int partitions,
        @DefaultValue("-1") short replicas,
        @DefaultValue("true") boolean compareStore,
        @DefaultValue("20ms") Duration gather) {

    public MessagingProperties {
        if (partitions < 1 || partitions > 1_000) {
            throw new IllegalArgumentException("dondoc.kafka.partitions is from 1 to 1000");
        }
        if (gather.isNegative() || gather.toSeconds() > 10) {
            throw new IllegalArgumentException("dondoc.kafka.gather is from 0 to 10s");
        }
    }
}
