package vn.dondoc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    Path folder;

    @Test
    void keepsRecordsOverARestart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            Map<String, Object> bootstrap = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (Admin admin = Admin.create(bootstrap)) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }
            write(bootstrap);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(first(Map.of("bootstrap.servers", broker.bootstrapServers())))
                    .isEqualTo("văn bản");
        }
    }

    @Test
    void whoIsNotLetInReadsAndWritesNothingAndWhoReadsDoesNotWrite() throws Exception {
        var readAll = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "kept", PatternType.LITERAL),
                new AccessControlEntry("User:reader", "*", AclOperation.READ, AclPermissionType.ALLOW));
        Map<String, String> passwords = Map.of("owner", "one", "reader", "two");
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(folder, 0, new BrokerGuard("owner", passwords, List.of(readAll), null))) {
            Map<String, Object> owner = new HashMap<>(BrokerGuard.settings("owner", "one", null));
            owner.put("bootstrap.servers", broker.bootstrapServers());
            try (Admin admin = Admin.create(owner)) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }
            write(owner);
            Map<String, Object> reader = new HashMap<>(BrokerGuard.settings("reader", "two", null));
            reader.put("bootstrap.servers", broker.bootstrapServers());
            assertThat(first(reader)).isEqualTo("văn bản");
            assertThatThrownBy(() -> write(reader)).hasRootCauseInstanceOf(AuthorizationException.class);

            Map<String, Object> stranger = new HashMap<>(BrokerGuard.settings("reader", "guessed", null));
            stranger.put("bootstrap.servers", broker.bootstrapServers());
            assertThatThrownBy(() -> first(stranger)).isInstanceOf(SaslAuthenticationException.class);
            assertThatThrownBy(() -> write(Map.of("bootstrap.servers", broker.bootstrapServers())))
                    .as("without a name")
                    .hasRootCauseInstanceOf(TimeoutException.class);
        }
        // What is no longer allowed is taken back.
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(folder, 0, new BrokerGuard("owner", passwords, List.of(), null))) {
            Map<String, Object> reader = new HashMap<>(BrokerGuard.settings("reader", "two", null));
            reader.put("bootstrap.servers", broker.bootstrapServers());
            assertThatThrownBy(() -> first(reader)).isInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static void write(Map<String, Object> client) throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("max.block.ms", 3_000);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("kept", "văn bản".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static String first(Map<String, Object> client) {
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(20));
            return new String(records.iterator().next().value(), StandardCharsets.UTF_8);
        }
    }
}
