package vn.dondoc.reporting.aggregation;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topology runs.
 *
 * @param applicationId names its consumer group and internal topics
 * @param stateDir where its stores are kept; may be lost, they are restored from the topics
 * @param commitInterval how long a figure may wait for its transaction
 * @param publishEvery how long a figure may wait for other filings that change it
 * @param threads stream threads in this process
 */
@ConfigurationProperties("dondoc.aggregation")
public record AggregationProperties(
        @DefaultValue("reporting-aggregation") String applicationId,
        Path stateDir,
        @DefaultValue("100ms") Duration commitInterval,
        @DefaultValue("50ms") Duration publishEvery,
        @DefaultValue("1") int threads) {

    public AggregationProperties {
        if (publishEvery.toMillis() < 1 || publishEvery.toSeconds() > 10) {
            throw new IllegalArgumentException("dondoc.aggregation.publish-every is from 1ms to 10s");
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("dondoc.aggregation.threads is from 1 to 64");
        }
    }
}
