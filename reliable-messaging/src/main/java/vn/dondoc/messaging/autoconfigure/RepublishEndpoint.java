package vn.dondoc.messaging.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import vn.dondoc.aggregate.Acting;
import vn.dondoc.contract.Topic;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.outbox.Retelling;

/** Tells a topic again what the broker lost, a page at a time: {@code /actuator/republish}. For operators. */
@Endpoint(id = "republish")
public final class RepublishEndpoint {

    private final Retelling retelling;
    private final WholeStoreHealthIndicator health;

    RepublishEndpoint(Retelling retelling, WholeStoreHealthIndicator health) {
        this.retelling = retelling;
        this.health = health;
    }

    /** The topics that this service can tell again. */
    @ReadOperation
    public List<String> topics() {
        return retelling.topics().stream().map(Topic::topicName).toList();
    }

    /**
     * Tells the next page.
     *
     * @param after {@code next} of the page before; absent from the start
     */
    @WriteOperation
    public Retelling.Page tell(String topic, @Nullable String after) {
        Acting.note("republish " + topic);
        Topic wanted = retelling.topics().stream()
                .filter(it -> it.topicName().equals(topic))
                .findFirst()
                .orElseThrow(() -> new Failure.Invalid(
                        "topic", "messaging.not-told-again", topics().stream().collect(Collectors.joining(", "))));
        Retelling.Page told = retelling.tell(wanted, after);
        if (told.next() == null) {
            health.toldAgain(wanted);
        }
        return told;
    }
}
