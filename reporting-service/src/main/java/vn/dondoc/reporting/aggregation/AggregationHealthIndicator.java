package vn.dondoc.reporting.aggregation;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether figures follow the reports. Part of readiness: a service that shows figures that stand still is not ready. */
@Component
class AggregationHealthIndicator implements HealthIndicator {

    private final LiveAggregation live;

    AggregationHealthIndicator(LiveAggregation live) {
        this.live = live;
    }

    @Override
    public Health health() {
        KafkaStreams.State state = live.state();
        return (state.isRunningOrRebalancing() ? Health.up() : Health.down())
                .withDetail("state", state.name())
                .build();
    }
}
