package vn.dondoc.messaging.autoconfigure;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.cloud.stream.binder.kafka.provisioning.AdminClientConfigCustomizer;
import org.springframework.cloud.stream.binder.kafka.support.ConsumerConfigCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.BrokerClients;
import vn.dondoc.messaging.Topics;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.inbox.DeadLetterTopic;
import vn.dondoc.messaging.inbox.HeardSequences;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.ParkedEndpoint;
import vn.dondoc.messaging.inbox.Parking;
import vn.dondoc.messaging.inbox.ParkingContainerCustomizer;
import vn.dondoc.messaging.inbox.PutAside;
import vn.dondoc.messaging.outbox.CrashPoints;
import vn.dondoc.messaging.outbox.EarlierForm;
import vn.dondoc.messaging.outbox.KnownTopics;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.messaging.outbox.OutboxProperties;
import vn.dondoc.messaging.outbox.Relay;
import vn.dondoc.messaging.outbox.StoreComparison;
import vn.dondoc.messaging.trail.AuditTrail;

/** Outbox, relay, inbox and parking for one service, named by {@code spring.application.name}. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@EnableConfigurationProperties({OutboxProperties.class, MessagingProperties.class})
public class ReliableMessagingAutoConfiguration {

    /** How long the topic of a first dead letter may go unnoticed. */
    private static final int METADATA_AGE_MS = 15_000;

    private static final Duration STORE_PATIENCE = Duration.ofSeconds(5);

    @Bean
    static ListenerBindings listenerBindings(ConfigurableEnvironment environment) {
        return new ListenerBindings(environment);
    }

    /** A function that listens to one topic and handles the types of another would park everything. */
    @Bean
    SmartInitializingSingleton subscriptionsAgree(
            ListenerBindings listeners, Inbox inbox, @Value("${spring.application.name}") String service) {
        return () -> {
            for (Topic topic : listeners.topics()) {
                if (!topic.isWrittenBy(service) && !topic.readers().contains(service)) {
                    throw new IllegalStateException(service + " is not among the readers of " + topic);
                }
            }
            Set<String> bound =
                    listeners.topics().stream().map(Topic::topicName).collect(Collectors.toSet());
            if (!bound.equals(inbox.topics())) {
                throw new IllegalStateException("bound are " + bound + ", handled are " + inbox.topics());
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    CrashPoints crashPoints() {
        return CrashPoints.NONE;
    }

    @Bean
    @ConditionalOnMissingBean
    MongoCustomConversions mongoCustomConversions(ObjectProvider<EarlierForm<?, ?>> earlier) {
        return MongoCustomConversions.create(
                it -> it.bigDecimal(MongoCustomConversions.BigDecimalRepresentation.DECIMAL128)
                        .registerConverters(StoredAsText.converters())
                        .registerConverters(earlier.stream().toList()));
    }

    @Bean
    BrokerClients brokerClients(KafkaProperties kafka, KafkaConnectionDetails connection) {
        return new BrokerClients(kafka, connection);
    }

    @Bean
    ConsumerConfigCustomizer securedConsumers(BrokerClients broker) {
        return (settings, binding, destination) -> broker.secureConsumer(settings);
    }

    @Bean
    AdminClientConfigCustomizer securedAdmins(BrokerClients broker) {
        return broker::secureAdmin;
    }

    @Bean
    TopicsReady topicsReady(
            BrokerClients broker,
            MessagingProperties properties,
            ObjectProvider<Topics.Declaration> declared,
            @Value("${spring.application.name}") String service,
            ListenerBindings listeners) {
        List<Topics.Declaration> all = new ArrayList<>(declared.stream().toList());
        Stream.of(Topic.values())
                .filter(it -> it.isWrittenBy(service))
                .forEach(it -> all.add(new Topics.Declaration(it.topicName(), it.kept())));
        for (Topic topic : listeners.topics()) {
            all.add(new Topics.Declaration(topic.topicName(), topic.kept()));
            all.add(new Topics.Declaration(
                    new DeadLetterTopic(topic.topicName(), service).name(), Topic.Kept.FOR_A_WHILE));
        }
        Topics.ensure(broker.admin(), all.stream().distinct().toList(), properties.partitions(), properties.replicas());
        return new TopicsReady();
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> relayProducer(BrokerClients broker, OutboxProperties outbox) {
        Map<String, Object> settings = broker.producer();
        settings.putAll(Map.of(
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0,
                "compression.type",
                "none",
                "max.block.ms",
                outbox.sendTimeout().toMillis(),
                "request.timeout.ms",
                (int) outbox.sendTimeout().toMillis() / 2,
                "delivery.timeout.ms",
                (int) outbox.sendTimeout().toMillis()));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    Relay relay(
            MongoOperations mongo,
            Producer<byte[], byte[]> relayProducer,
            OutboxProperties properties,
            CrashPoints crashPoints,
            AuditChain audit,
            TopicsReady topicsReady) {
        return new Relay(mongo, relayProducer, properties, crashPoints, audit);
    }

    @Bean
    AuditChain auditChain(MongoOperations mongo, @Value("${spring.application.name}") String service) {
        return new AuditChain(mongo, service);
    }

    @Bean
    AuditTrail auditTrail(AuditChain audit, Outbox outbox, @Value("${dondoc.audit.seal-every:2m}") Duration sealEvery) {
        return new AuditTrail(audit, outbox, sealEvery);
    }

    @Bean
    Outbox outbox(
            MongoOperations mongo,
            Relay relay,
            Clock clock,
            ObjectProvider<Tracer> tracer,
            OutboxProperties properties,
            CrashPoints crashPoints,
            @Value("${spring.application.name}") String service) {
        return new Outbox(
                mongo, relay, clock, tracer.getIfAvailable(() -> Tracer.NOOP), properties, crashPoints, service);
    }

    @Bean
    Parking parking(
            MongoOperations mongo,
            Producer<byte[], byte[]> relayProducer,
            @Value("${spring.application.name}") String service,
            TopicsReady topicsReady) {
        return new Parking(mongo, relayProducer, service);
    }

    @Bean
    Inbox inbox(
            Parking parking,
            MongoOperations mongo,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            CrashPoints crashPoints) {
        return new Inbox(
                parking,
                new HeardSequences(mongo),
                tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP),
                crashPoints);
    }

    @Bean
    PutAside putAside(MongoOperations mongo, @Value("${spring.application.name}") String service) {
        return new PutAside(mongo, service);
    }

    /** Reads the dead letters of the topics that this service owns. A store that is down is waited for. */
    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> deadLettersOfOwnTopics(
            PutAside putAside,
            BrokerClients broker,
            TopicsReady topicsReady,
            @Value("${spring.application.name}") String service) {
        String own = Stream.of(Topic.values())
                .filter(it -> it.isWrittenBy(service))
                .map(it -> DeadLetterTopic.allOf(it.topicName()))
                .collect(Collectors.joining("|"));
        var properties = new ContainerProperties(Pattern.compile(own));
        properties.setGroupId(service + "-put-aside");
        BatchMessageListener<byte[], byte[]> listener = putAside::heard;
        properties.setMessageListener(listener);
        Map<String, Object> settings = broker.consumer();
        settings.putAll(Map.of("auto.offset.reset", "earliest", "metadata.max.age.ms", METADATA_AGE_MS));
        var container = new ConcurrentMessageListenerContainer<byte[], byte[]>(
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setBeanName("dead-letters-of-own-topics");
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    @Bean
    ParkingContainerCustomizer parkingContainerCustomizer(Parking parking, MessagingProperties properties) {
        return new ParkingContainerCustomizer(parking, properties.gather());
    }

    @Bean
    KafkaBindingRebalanceListener learningWhatIsParked(Parking parking) {
        return new KafkaBindingRebalanceListener() {
            @Override
            public void onPartitionsAssigned(
                    String bindingName,
                    Consumer<?, ?> consumer,
                    Collection<TopicPartition> partitions,
                    boolean initial) {
                parking.partitionsAssigned();
            }
        };
    }

    @Bean
    ParkedEndpoint parkedEndpoint(Parking parking, Inbox inbox) {
        return new ParkedEndpoint(parking, inbox);
    }

    @Bean
    MeterBinder messagingMetrics(Relay relay, Parking parking, AuditTrail audit, StoreHealthIndicator store) {
        // A store that is down is not asked: who collects numbers would wait for it, and give up on all of them.
        return (MeterRegistry registry) -> {
            Gauge.builder("dondoc.outbox.depth", relay, it -> store.isUp() ? it.waiting() : Double.NaN)
                    .description("aggregates whose events wait for the broker")
                    .register(registry);
            Gauge.builder(
                            "dondoc.outbox.age",
                            relay,
                            it -> store.isUp() ? it.oldest().toMillis() / 1000.0 : Double.NaN)
                    .baseUnit("seconds")
                    .description("how long the oldest unsent event has waited")
                    .register(registry);
            Gauge.builder("dondoc.inbox.parked", parking, it -> store.isUp() ? it.count() : Double.NaN)
                    .description("records parked because they could not be handled")
                    .register(registry);
            Gauge.builder("dondoc.audit.waiting", audit, AuditTrail::waiting)
                    .description("records of what was seen that are not in the chain yet")
                    .register(registry);
            FunctionCounter.builder("dondoc.audit.lost", audit, AuditTrail::lost)
                    .description("records of what was seen that could not be kept")
                    .register(registry);
        };
    }

    @Bean
    WholeStoreHealthIndicator wholeStoreHealthIndicator(
            MongoOperations mongo,
            Relay relay,
            Outbox outbox,
            BrokerClients broker,
            MessagingProperties properties,
            @Value("${spring.application.name}") String service) {
        List<String> own = Stream.of(Topic.values())
                .filter(it -> it.isWrittenBy(service))
                .map(Topic::topicName)
                .toList();
        return new WholeStoreHealthIndicator(
                () -> new StoreComparison(mongo, relay.watched(), "/" + service),
                outbox.retelling(),
                new KnownTopics(mongo, broker.admin()),
                () -> {
                    Map<String, Object> settings = broker.consumer();
                    settings.putAll(Map.of("enable.auto.commit", false, "isolation.level", "read_uncommitted"));
                    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                },
                own,
                properties.compareStore());
    }

    @Bean
    VitalParts vitalParts(ApplicationContext context, @Value("${dondoc.end-when-broken:true}") boolean ends) {
        var parts = VitalParts.of(context, ends);
        parts.watchThreads();
        return parts;
    }

    @Bean
    RepublishEndpoint republishEndpoint(Outbox outbox, WholeStoreHealthIndicator health) {
        return new RepublishEndpoint(outbox.retelling(), health);
    }

    /** In place of Boot's own, which reads and does not see that nothing can be written. */
    @Bean
    StoreHealthIndicator mongoHealthIndicator(
            MongoOperations mongo, @Value("${spring.application.name}") String service) {
        return new StoreHealthIndicator(mongo, service);
    }

    @Bean
    BrokerHealthIndicator brokerHealthIndicator(BrokerClients broker) {
        return BrokerHealthIndicator.of(broker.admin());
    }

    /** A store that is out of reach is said to be so in seconds, unless its address says for how long to wait. */
    @Bean
    MongoClientSettingsBuilderCustomizer impatience(MongoConnectionDetails connection) {
        return settings -> {
            if (connection.getConnectionString().getServerSelectionTimeout() == null) {
                settings.applyToClusterSettings(
                        it -> it.serverSelectionTimeout(STORE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            }
        };
    }

    /** Each part of the health as a number that can be watched: 1 if it is up. */
    @Bean
    MeterBinder healthMetrics(ObjectProvider<HealthContributorRegistry> health) {
        return registry -> health.ifAvailable(all -> all.stream().forEach(it -> {
            if (it.contributor() instanceof HealthIndicator part) {
                Gauge.builder("dondoc.health", part, ReliableMessagingAutoConfiguration::upness)
                        .tag("part", it.name())
                        .description("1 if this part of the service is up")
                        .register(registry);
            }
        }));
    }

    private static double upness(HealthIndicator part) {
        Health health = part.health();
        return health != null && Status.UP.equals(health.getStatus()) ? 1 : 0;
    }

    /** Says that the service's topics exist. */
    static final class TopicsReady {}
}
