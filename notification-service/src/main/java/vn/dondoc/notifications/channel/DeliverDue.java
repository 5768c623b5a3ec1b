package vn.dondoc.notifications.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.dondoc.notifications.notice.Notices;

/** Runs a lane for each channel in use; one that stands still holds up no other. */
@Component
class DeliverDue implements SmartLifecycle {

    private final List<Lane> lanes = new ArrayList<>();
    private volatile boolean running;

    DeliverDue(Channels channels, Notices notices, ChannelProperties properties, Clock clock, MeterRegistry metrics) {
        for (Deliver channel : channels.inUse()) {
            var lane = new Lane(channel, notices, properties, clock);
            lanes.add(lane);
            TimeGauge.builder("dondoc.delivery.overdue", lane, TimeUnit.MILLISECONDS, Lane::overdue)
                    .tag("channel", channel.channel())
                    .description("for how long what should go out first has been due")
                    .register(metrics);
        }
    }

    @Override
    public void start() {
        lanes.forEach(Lane::start);
        running = true;
    }

    @Override
    public void stop() {
        lanes.forEach(Lane::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
