package vn.dondoc.local.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.JsonNode;
import vn.dondoc.local.LocalAccess;
import vn.dondoc.local.Ports;
import vn.dondoc.local.identity.DemoUser;

/**
 * Waits until everything that was said has been heard: no event waits in an outbox, and no consumer group has anything
 * left to read. Seen twice in a row, because hearing may cause saying.
 */
final class Settled implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Topics whose last record is an event, not the marker of a transaction. */
    private static final Map<String, List<String>> READ = Map.of(
            "task-service", List.of("dondoc.directives", "dondoc.reports", "dondoc.agencies"),
            "reporting-service", List.of("dondoc.directives", "dondoc.agencies", "dondoc.definitions"),
            "reporting-aggregation", List.of("dondoc.reports", "dondoc.definitions"),
            "notification-service", List.of("dondoc.tasks", "dondoc.agencies"));

    private final Admin admin;
    private final Api api;
    private final Ports ports;

    Settled(LocalAccess access, Ports ports, Api api) {
        this.admin = Admin.create(access.brokerClient(LocalAccess.OPERATOR, ports));
        this.api = api;
        this.ports = ports;
    }

    /** @throws IllegalStateException if it does not come to rest within a minute */
    void await() {
        Eventually.holds("everything said has been heard", LONGEST, BETWEEN_LOOKS, this::quietTwice);
    }

    private boolean quietTwice() {
        boolean once = quiet();
        return once && quiet();
    }

    private boolean quiet() {
        return nothingUnread() && outboxesEmpty();
    }

    private boolean outboxesEmpty() {
        for (int port : List.of(ports.document(), ports.task(), ports.reporting(), ports.notification())) {
            JsonNode depth = api.get(DemoUser.OPERATOR, port, "/actuator/metrics/dondoc.outbox.depth");
            if (depth.path("measurements").path(0).path("value").asDouble() > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean nothingUnread() {
        try {
            for (Map.Entry<String, List<String>> group : READ.entrySet()) {
                Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group.getKey())
                        .partitionsToOffsetAndMetadata()
                        .get(10, TimeUnit.SECONDS);
                for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                        ends(group.getValue()).entrySet()) {
                    OffsetAndMetadata at = read.get(end.getKey());
                    if (end.getValue().offset() > (at == null ? 0 : at.offset())) {
                        return false;
                    }
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException unanswered) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(List<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        List<TopicPartition> partitions = new ArrayList<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get(10, TimeUnit.SECONDS)
                .forEach((name, topic) ->
                        topic.partitions().forEach(it -> partitions.add(new TopicPartition(name, it.partition()))));
        partitions.forEach(it -> latest.put(it, OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close();
    }
}
