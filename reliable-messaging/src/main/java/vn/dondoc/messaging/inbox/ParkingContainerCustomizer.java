package vn.dondoc.messaging.inbox;

import java.time.Duration;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/**
 * Takes retry and dead letters away from the binder: its own handling acknowledges a record even when the dead letter
 * could not be written. Between polls a container waits a moment, so that records come in fewer and larger batches, each of
 * which is one commit.
 */
public final class ParkingContainerCustomizer implements ListenerContainerWithDlqAndRetryCustomizer {

    private final Parking parking;
    private final Duration gather;

    public ParkingContainerCustomizer(Parking parking, Duration gather) {
        this.parking = parking;
        this.gather = gather;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destination,
            @Nullable String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> dlqDestinationResolver,
            @Nullable BackOff backOff) {
        container.getContainerProperties().setIdleBetweenPolls(gather.toMillis());
        container.setCommonErrorHandler(RetryPolicy.errorHandler(parking));
    }

    @Override
    public boolean retryAndDlqInBinding(String destination, String group) {
        return false;
    }
}
