package vn.dondoc.reporting.aggregation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import vn.dondoc.contract.Topic;

/**
 * The topics that figures are made of, as they were when a reading of them began, and how far it is.
 *
 * @param group that reads them
 * @param begins first offset of each partition
 * @param ends offset behind the last
 */
record SourceTopics(Admin admin, String group, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {

    private static final Set<String> NAMES = Set.of(Topic.REPORTS.topicName(), Topic.DEFINITIONS.topicName());

    /**
     * How far a reading is.
     *
     * @param records of those that were there
     * @param all whether none of them is left in the topics; some may be on the way to the figures
     */
    record Read(long records, boolean all) {}

    static SourceTopics of(Admin admin, String group) throws ExecutionException, InterruptedException {
        return new SourceTopics(
                admin, group, offsets(admin, NAMES, OffsetSpec.earliest()), offsets(admin, NAMES, OffsetSpec.latest()));
    }

    /** How many records there are. */
    long records() {
        return sum(ends) - sum(begins);
    }

    /** Whether no record has aged out. */
    boolean holdsTheFirst() {
        return sum(begins) == 0;
    }

    Read read() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = committed();
        // A partition whose records have all aged out is never read.
        long soFar = ends.entrySet().stream()
                .mapToLong(it -> Math.min(
                        it.getValue(), committed.getOrDefault(it.getKey(), begins.getOrDefault(it.getKey(), 0L))))
                .sum();
        return new Read(soFar - sum(begins), soFar >= sum(ends));
    }

    /** What is on the way to the figures now, once all was read: offsets that the group has to have gone beyond. */
    Map<TopicPartition, Long> onTheWay() throws ExecutionException, InterruptedException {
        Set<String> internal = topics(admin, group + "-" + AggregationTopology.BY_PROVINCE);
        if (internal.isEmpty()) {
            throw new IllegalStateException("the internal topics of " + group + " are gone");
        }
        return offsets(admin, internal, OffsetSpec.latest());
    }

    boolean hasGoneBeyond(Map<TopicPartition, Long> offsets) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = committed();
        return offsets.entrySet().stream().allMatch(it -> committed.getOrDefault(it.getKey(), 0L) >= it.getValue());
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> said = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> committed = new HashMap<>();
        said.forEach((partition, at) -> {
            if (at != null) {
                committed.put(partition, at.offset());
            }
        });
        return committed;
    }

    /** Whether nobody reads in a group any more. */
    static boolean isLeft(Admin admin, String group) throws ExecutionException, InterruptedException {
        try {
            return admin.describeConsumerGroups(Set.of(group)).all().get().values().stream()
                    .allMatch(it -> it.members().isEmpty());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            throw failed;
        }
    }

    /**
     * Removes what groups whose names begin so have made for themselves.
     *
     * @param but application ids of groups whose topics stay
     */
    static void removeInternal(Admin admin, String beginning, Collection<String> but)
            throws ExecutionException, InterruptedException {
        Set<String> left = topics(admin, beginning).stream()
                .filter(it ->
                        but.stream().noneMatch(group -> !beginning.startsWith(group) && it.startsWith(group + "-")))
                .collect(Collectors.toSet());
        admin.deleteTopics(left).all().get();
    }

    private static Set<String> topics(Admin admin, String beginning) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .filter(it -> it.startsWith(beginning))
                .collect(Collectors.toSet());
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Set<String> topics, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), any -> which));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
