package vn.dondoc.notifications.channel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.dondoc.notifications.notice.Notices;

/** Runs a lane for each channel in use; one that stands still holds up no other. */
@Component
class DeliverDue implements SmartLifecycle {

    private final List<Lane> lanes = new ArrayList<>();
    private volatile boolean running;

    DeliverDue(List<Deliver> channels, Notices notices, ChannelProperties properties, Clock clock) {
        Map<String, Deliver> byName = new TreeMap<>();
        channels.forEach(it -> byName.put(it.channel(), it));
        for (String name : properties.inUse()) {
            Deliver channel = byName.get(name);
            if (channel == null) {
                throw new IllegalStateException(
                        "dondoc.channels.in-use names " + name + "; there are " + byName.keySet());
            }
            lanes.add(new Lane(channel, notices, properties, clock));
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
