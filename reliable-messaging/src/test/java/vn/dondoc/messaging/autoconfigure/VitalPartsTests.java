package vn.dondoc.messaging.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.event.ConsumerStoppedEvent;

class VitalPartsTests {

    private final GenericApplicationContext context = new GenericApplicationContext();
    private final List<Object> said = new ArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final VitalParts parts = new VitalParts(context, ended::incrementAndGet);

    @BeforeEach
    void start() {
        context.addApplicationListener((ApplicationListener<AvailabilityChangeEvent<?>>) it -> said.add(it.getState()));
        context.refresh();
    }

    @Test
    void anErrorThatEndsAThreadEndsTheProcessOnce() {
        parts.threadEnded("relay", new IllegalStateException("of one task"));
        assertThat(ended).hasValue(0);
        parts.threadEnded("relay", new StackOverflowError());
        parts.threadEnded("relay", new StackOverflowError());
        assertThat(ended).hasValue(1);
        assertThat(said).containsExactly(LivenessState.BROKEN);
    }

    @Test
    void aConsumerThatStopsByItselfEndsTheProcess() {
        parts.onApplicationEvent(new ConsumerStoppedEvent(this, this, ConsumerStoppedEvent.Reason.NORMAL));
        assertThat(ended).hasValue(0);
        parts.onApplicationEvent(new ConsumerStoppedEvent(this, this, ConsumerStoppedEvent.Reason.AUTH));
        assertThat(ended).hasValue(1);
        assertThat(said).containsExactly(LivenessState.BROKEN);
    }
}
