package vn.dondoc.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of the one-JVM runner; {@code DONDOC_PORT_OFFSET} shifts them all. */
public record Ports(
        int document, int task, int reporting, int notification, int identity, int kafka, int store, int smtp) {

    /** The usual ports, each plus {@code offset}. */
    public static Ports shiftedBy(int offset) {
        return new Ports(
                8081 + offset,
                8082 + offset,
                8083 + offset,
                8084 + offset,
                8090 + offset,
                9092 + offset,
                27017 + offset,
                2525 + offset);
    }

    /** By the name of what listens there. */
    public Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("document-service", document);
        ports.put("task-service", task);
        ports.put("reporting-service", reporting);
        ports.put("notification-service", notification);
        ports.put("identity", identity);
        ports.put("kafka", kafka);
        ports.put("store", store);
        ports.put("smtp", smtp);
        return ports;
    }

    /** Those of the services, by their names. */
    public Map<String, Integer> services() {
        Map<String, Integer> ports = byName();
        ports.keySet().removeIf(it -> !it.endsWith("-service"));
        return ports;
    }

    public String issuer() {
        return "http://localhost:" + identity;
    }
}
