package vn.dondoc.reporting.aggregation;

import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.BrokerClients;
import vn.dondoc.messaging.Topics;
import vn.dondoc.messaging.autoconfigure.MessagingProperties;

/** What the aggregation needs, whichever runs. */
@Configuration(proxyBeanMethods = false)
class AggregationConfiguration {

    /**
     * What holds for everything that computes figures.
     *
     * @param id of its consumer group
     */
    static Properties settings(
            String id, BrokerClients broker, AggregationProperties properties, MessagingProperties messaging) {
        var config = new Properties();
        config.putAll(broker.streams());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                properties.commitInterval().toMillis());
        // A poll that waits longer would keep what is due from being published.
        config.put(
                StreamsConfig.POLL_MS_CONFIG,
                Math.max(1, properties.publishEvery().toMillis() / 2));
        config.put(StreamsConfig.STATE_DIR_CONFIG, properties.stateDir().toString());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) messaging.replicas());
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnusableFacts.class);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedState.class);
        config.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        config.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 10_000);
        config.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 3_000);
        config.put(StreamsConfig.producerPrefix("linger.ms"), 5);
        return config;
    }

    /** Where facts go that the aggregation cannot digest. */
    @Bean
    Topics.Declaration deadLetters() {
        return new Topics.Declaration(AggregationTopology.DEAD_LETTERS, Topic.Kept.FOR_A_WHILE);
    }
}
