package vn.dondoc.reporting.aggregation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.annotation.KafkaStreamsDefaultConfiguration;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;
import vn.dondoc.messaging.BrokerClients;
import vn.dondoc.messaging.Topics;
import vn.dondoc.messaging.autoconfigure.MessagingProperties;
import vn.dondoc.messaging.outbox.Relay;

/** Runs the topology inside reporting-service. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
class AggregationConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AggregationConfiguration.class);
    private static final Duration THREAD_AGAIN = Duration.ofSeconds(1);

    @Bean(name = KafkaStreamsDefaultConfiguration.DEFAULT_STREAMS_CONFIG_BEAN_NAME)
    KafkaStreamsConfiguration streams(
            BrokerClients broker, AggregationProperties properties, MessagingProperties messaging) {
        Map<String, Object> config = settings(broker, properties, messaging);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, properties.applicationId());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
        config.put(StreamsConfig.STATE_DIR_CONFIG, properties.stateDir().toString());
        return new KafkaStreamsConfiguration(config);
    }

    /** What holds for everything that computes figures. */
    static Map<String, Object> settings(
            BrokerClients broker, AggregationProperties properties, MessagingProperties messaging) {
        Map<String, Object> config = broker.streams();
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                properties.commitInterval().toMillis());
        // A poll that waits longer would keep what is due from being published.
        config.put(
                StreamsConfig.POLL_MS_CONFIG,
                Math.max(1, properties.publishEvery().toMillis() / 2));
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
        return new Topics.Declaration(AggregationTopology.DEAD_LETTERS, false);
    }

    /** A thread that dies of the broker or the disk is replaced after a while, until it lives. */
    @Bean
    StreamsBuilderFactoryBeanConfigurer deadThreads() {
        return streams -> streams.setStreamsUncaughtExceptionHandler(failure -> {
            log.error("aggregation=stopped, again in {}", THREAD_AGAIN, failure);
            LockSupport.parkNanos(THREAD_AGAIN.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }

    /** The relay is a parameter because it stands for the topics being there. */
    @Bean
    AggregationTopologyBuilt aggregation(
            StreamsBuilder builder,
            MessagingProperties messaging,
            AggregationProperties properties,
            Relay topicsReady) {
        AggregationTopology.build(builder, messaging.partitions(), properties.publishEvery());
        return new AggregationTopologyBuilt();
    }

    /** Says that the topology was described. */
    static final class AggregationTopologyBuilt {}
}
