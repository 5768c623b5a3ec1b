package vn.dondoc.messaging;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;

/**
 * Settings of the clients of the broker: {@code spring.kafka.*} as it is, with the SSL bundle, which Spring Boot puts only
 * into the clients that it makes itself.
 */
public final class BrokerClients {

    private final KafkaProperties kafka;
    private final KafkaConnectionDetails connection;

    public BrokerClients(KafkaProperties kafka, KafkaConnectionDetails connection) {
        this.kafka = kafka;
        this.connection = connection;
    }

    public Map<String, Object> producer() {
        return secured(kafka.buildProducerProperties(), connection.getProducer());
    }

    public Map<String, Object> consumer() {
        return secured(kafka.buildConsumerProperties(), connection.getConsumer());
    }

    public Map<String, Object> admin() {
        return secured(kafka.buildAdminProperties(), connection.getAdmin());
    }

    public Map<String, Object> streams() {
        return secured(kafka.buildStreamsProperties(), connection.getStreams());
    }

    /** Puts into settings that somebody else made what makes a consumer's connection safe. */
    public void secureConsumer(Map<String, Object> settings) {
        secured(settings, connection.getConsumer());
    }

    /** The same for an admin client. */
    public void secureAdmin(Map<String, Object> settings) {
        secured(settings, connection.getAdmin());
    }

    private static Map<String, Object> secured(
            Map<String, Object> settings, KafkaConnectionDetails.Configuration connection) {
        @Nullable SslBundle bundle = connection.getSslBundle();
        if (bundle != null) {
            settings.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class.getName());
            settings.put(SslBundle.class.getName(), bundle);
        }
        String protocol = connection.getSecurityProtocol();
        if (protocol != null && !protocol.isEmpty()) {
            settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
        }
        return settings;
    }
}
