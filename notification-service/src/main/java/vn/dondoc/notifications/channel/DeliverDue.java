package vn.dondoc.notifications.channel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.dondoc.notifications.notice.Notices;

/** Runs a lane for each channel in use; one that stands still holds up no other. */
@Component
class DeliverDue implements SmartLifecycle {

    private final List<Lane> lanes = new ArrayList<>();
    private volatile boolean running;

    DeliverDue(Channels channels, Notices notices, ChannelProperties properties, Clock clock) {
        channels.inUse().forEach(it -> lanes.add(new Lane(it, notices, properties, clock)));
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
