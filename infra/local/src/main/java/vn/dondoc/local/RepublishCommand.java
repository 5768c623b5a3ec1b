package vn.dondoc.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contract.Topic;
import vn.dondoc.local.identity.DemoUser;
import vn.dondoc.local.story.Api;

/** {@code republish <topic>}: tells a topic again what its service knows, after the broker lost it. Doing it twice harms nothing. */
final class RepublishCommand {

    private static final String PATH = "/actuator/republish";
    private static final String PREFIX = "dondoc.";

    private final Api api;
    private final Ports ports;

    RepublishCommand(Api api, Ports ports) {
        this.api = api;
        this.ports = ports;
    }

    void run(List<String> words) {
        Map<String, Integer> known = known();
        Integer port = words.size() == 1 ? known.get(words.getFirst()) : null;
        if (port == null) {
            throw new Commands.Usage(
                    "dùng: ./dondoc republish " + String.join("|", known.keySet()), "usage: republish, one of these");
        }
        String topic = PREFIX + words.getFirst();
        long aggregates = 0;
        long events = 0;
        String next = null;
        do {
            Map<String, Object> wanted = new HashMap<>(Map.of("topic", topic));
            if (next != null) {
                wanted.put("after", next);
            }
            JsonNode page = api.post(DemoUser.OPERATOR, port, PATH, wanted);
            aggregates += page.path("aggregates").asLong();
            events += page.path("events").asLong();
            next = page.path("next").asString(null);
            System.err.printf("\r· %d đã xem / looked at, %d sự kiện / events   ", aggregates, events);
        } while (next != null);
        System.err.println();
        System.out.printf("%s: %d sự kiện / events%n", topic, events);
    }

    /** Topics by their short names, with the service that can tell them again. */
    private Map<String, Integer> known() {
        Map<String, Integer> known = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            Integer port = ports.services().get(topic.owner());
            if (port != null) {
                for (JsonNode it : api.get(DemoUser.OPERATOR, port, PATH)) {
                    known.put(it.asString().substring(PREFIX.length()), port);
                }
            }
        }
        return known;
    }
}
