package vn.dondoc.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.contract.Topic;

/**
 * Makes sure that the topics a service writes and reads exist, before any of its bindings starts. Every service declares
 * the same topic in the same way, so it does not matter which one comes first.
 */
public final class Topics {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A topic that another service has just made is not known to every broker at once. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration A_WHILE = Duration.ofDays(400);
    private static final String RETENTION = "retention.ms";
    private static final String FOR_EVER = "-1";

    private Topics() {}

    /**
     * A topic as its owner declares it.
     *
     * @param kept how long its records stay, if it is not there yet
     */
    public record Declaration(String name, Topic.Kept kept) {}

    /**
     * Creates what is missing.
     *
     * @param admin settings of the admin client
     * @param partitions of each new topic
     * @param replicas of each partition; -1 takes the broker's default
     * @throws IllegalStateException if the broker cannot be reached for a minute, or does not allow it
     */
    public static void ensure(
            Map<String, Object> admin, List<Declaration> declarations, int partitions, short replicas) {
        List<NewTopic> topics = new ArrayList<>();
        for (Declaration it : declarations) {
            var topic = new NewTopic(it.name(), partitions, replicas);
            topics.add(topic.configs(
                    switch (it.kept()) {
                        case LATEST -> Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", "3600000");
                        case FOR_EVER -> Map.of(RETENTION, FOR_EVER);
                        case FOR_A_WHILE -> Map.of(RETENTION, String.valueOf(A_WHILE.toMillis()));
                    }));
        }
        Map<String, Object> settings = new HashMap<>(admin);
        settings.put("request.timeout.ms", "5000");
        Object bootstrapServers = settings.get("bootstrap.servers");
        try (Admin client = Admin.create(settings)) {
            long until = System.nanoTime() + PATIENCE.toNanos();
            for (int attempt = 1; ; attempt++) {
                try {
                    create(client, topics);
                    return;
                } catch (TimeoutException | ExecutionException unreachable) {
                    if (unreachable.getCause() instanceof AuthenticationException
                            || unreachable.getCause() instanceof AuthorizationException) {
                        throw new IllegalStateException(
                                "the broker at " + bootstrapServers
                                        + " does not let this service create or see its topics",
                                unreachable.getCause());
                    }
                    if (System.nanoTime() >= until) {
                        throw new IllegalStateException("no Kafka broker at " + bootstrapServers, unreachable);
                    }
                    log.warn(
                            "broker=unreachable bootstrap={} attempt={} reason={}",
                            bootstrapServers,
                            attempt,
                            String.valueOf(unreachable));
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker", interrupted);
        }
    }

    private static void create(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, KafkaFuture<Void>> created = admin.createTopics(topics).values();
        for (NewTopic topic : topics) {
            try {
                Objects.requireNonNull(created.get(topic.name())).get(5, TimeUnit.SECONDS);
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
                keepForEver(admin, topic);
            }
        }
    }

    /** Earlier releases made topics that are kept for ever with an end; where it still is that one, it is taken away. */
    private static void keepForEver(Admin admin, NewTopic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!FOR_EVER.equals(topic.configs().get(RETENTION))) {
            return;
        }
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        try {
            Config now = Objects.requireNonNull(admin.describeConfigs(List.of(resource))
                    .all()
                    .get(5, TimeUnit.SECONDS)
                    .get(resource));
            if (now.get(RETENTION).value().equals(String.valueOf(A_WHILE.toMillis()))) {
                var change = new AlterConfigOp(new ConfigEntry(RETENTION, FOR_EVER), AlterConfigOp.OpType.SET);
                admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                        .all()
                        .get(5, TimeUnit.SECONDS);
                log.info("topic={} kept=for-ever", topic.name());
            }
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof AuthorizationException)) {
                throw failed;
            }
            log.warn("topic={} retention=unchanged, its owner may not change it; see ./dondoc acls", topic.name());
        }
    }
}
