package vn.dondoc.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.inbox.DeadLetterTopic;

/**
 * Who may do what on the broker, as access control lists of Kafka. A service writes its own topics and reads those it
 * listens to; an event is believed because nobody else could have written it. Data teams read.
 */
public final class BrokerAccess {

    /** Principal of those who read all topics and write none. */
    public static final String DATA_TEAM = "data-team";

    /** What a topic of the system begins with. */
    private static final String TOPICS = "dondoc.";

    /** What a consumer group of a data team begins with. */
    private static final String DATA_GROUPS = "data-";

    private BrokerAccess() {}

    /** Every service, in the order of the topics. */
    public static List<String> services() {
        return Topic.services();
    }

    /** What all services and the data teams need. */
    public static List<AclBinding> all() {
        return Stream.concat(services().stream().flatMap(it -> ofService(it).stream()), ofDataTeam().stream())
                .toList();
    }

    /** What one service needs, under a principal of its name. */
    public static List<AclBinding> ofService(String service) {
        List<AclBinding> needed = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            boolean writes = topic.isWrittenBy(service);
            if (writes || topic.readers().contains(service)) {
                needed.addAll(topic(service, topic.topicName(), PatternType.LITERAL, AclOperation.READ));
                needed.addAll(topic(service, topic.topicName(), PatternType.LITERAL, AclOperation.CREATE));
                String deadLetters = new DeadLetterTopic(topic.topicName(), service).name();
                needed.addAll(topic(service, deadLetters, PatternType.LITERAL, AclOperation.WRITE));
                needed.addAll(topic(service, deadLetters, PatternType.LITERAL, AclOperation.CREATE));
            }
            if (writes) {
                needed.addAll(topic(service, topic.topicName(), PatternType.LITERAL, AclOperation.WRITE));
                needed.addAll(topic(service, topic.topicName(), PatternType.LITERAL, AclOperation.ALTER_CONFIGS));
                // It shows what could not be taken up, by others and by itself.
                String own = new DeadLetterTopic(topic.topicName(), service).name();
                needed.addAll(topic(service, own, PatternType.LITERAL, AclOperation.READ));
                for (String reader : topic.readers()) {
                    String theirs = new DeadLetterTopic(topic.topicName(), reader).name();
                    needed.addAll(topic(service, theirs, PatternType.LITERAL, AclOperation.READ));
                }
            }
        }
        if (service.equals(Topic.NOTICES.owner())) {
            // It tells the operator of dead letters, whosesoever they are.
            needed.addAll(topic(service, TOPICS, PatternType.PREFIXED, AclOperation.READ));
        }
        for (ResourceType type : List.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)) {
            needed.add(allow(service, type, names(service), PatternType.PREFIXED, AclOperation.ALL));
        }
        return needed.stream().distinct().toList();
    }

    /** What reading everything needs. */
    public static List<AclBinding> ofDataTeam() {
        List<AclBinding> needed = new ArrayList<>(topic(DATA_TEAM, TOPICS, PatternType.PREFIXED, AclOperation.READ));
        needed.add(allow(DATA_TEAM, ResourceType.GROUP, DATA_GROUPS, PatternType.PREFIXED, AclOperation.READ));
        return List.copyOf(needed);
    }

    /** What groups, transactions and internal topics of a service begin with. */
    private static String names(String service) {
        return service.substring(0, service.indexOf('-') + 1);
    }

    private static List<AclBinding> topic(String principal, String name, PatternType pattern, AclOperation operation) {
        return List.of(
                allow(principal, ResourceType.TOPIC, name, pattern, operation),
                allow(principal, ResourceType.TOPIC, name, pattern, AclOperation.DESCRIBE_CONFIGS));
    }

    private static AclBinding allow(
            String principal, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }
}
