package vn.dondoc.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import vn.dondoc.contract.Topic;

class BrokerAccessTests {

    @Test
    void eachTopicIsWrittenByItsOwnerAlone() {
        for (Topic topic : Topic.values()) {
            List<String> owners = topic == Topic.AUDIT ? Topic.services() : List.of(topic.owner());
            assertThat(writers(topic.topicName()))
                    .as(topic.topicName())
                    .containsExactlyElementsOf(
                            owners.stream().map(it -> "User:" + it).toList());
        }
    }

    @Test
    void whoReadsATopicMayPutAsideWhatItCannotHandle() {
        assertThat(writers("dondoc.directives.task-service.dlt")).containsExactly("User:task-service");
    }

    @Test
    void aDataTeamReadsEveryTopicOfTheSystemAndDoesNothingElse() {
        List<AclBinding> allowed = BrokerAccess.ofDataTeam();
        assertThat(allowed)
                .allSatisfy(it ->
                        assertThat(it.entry().operation()).isIn(AclOperation.READ, AclOperation.DESCRIBE_CONFIGS));
        for (Topic topic : Topic.values()) {
            assertThat(allowed).anyMatch(covers(topic.topicName()));
        }
    }

    private static List<String> writers(String topic) {
        return BrokerAccess.all().stream()
                .filter(covers(topic))
                .filter(it -> it.entry().operation() == AclOperation.WRITE
                        || it.entry().operation() == AclOperation.ALL)
                .map(it -> it.entry().principal())
                .distinct()
                .toList();
    }

    private static Predicate<AclBinding> covers(String topic) {
        return it -> it.pattern().resourceType() == ResourceType.TOPIC
                && (it.pattern().patternType() == PatternType.PREFIXED
                        ? topic.startsWith(it.pattern().name())
                        : topic.equals(it.pattern().name()));
    }
}
