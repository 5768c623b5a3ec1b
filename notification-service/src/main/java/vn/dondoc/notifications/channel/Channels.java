package vn.dondoc.notifications.channel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The channels in use, by name. */
@Component
public class Channels {

    private final Map<String, Deliver> inUse = new LinkedHashMap<>();

    Channels(List<Deliver> known, ChannelProperties properties) {
        Map<String, Deliver> byName = new TreeMap<>();
        known.forEach(it -> byName.put(it.channel(), it));
        for (String name : properties.inUse()) {
            Deliver channel = byName.get(name);
            if (channel == null) {
                throw new IllegalStateException(
                        "dondoc.channels.in-use names " + name + "; there are " + byName.keySet());
            }
            inUse.put(name, channel);
        }
    }

    public Collection<Deliver> inUse() {
        return List.copyOf(inUse.values());
    }
}
