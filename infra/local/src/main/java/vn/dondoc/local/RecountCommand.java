package vn.dondoc.local;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import vn.dondoc.local.identity.DemoUser;
import vn.dondoc.local.story.Api;

/**
 * {@code recount}: counts every figure again from the first record of the topics, in a state of its own beside the one that
 * serves, and says where the two differ. Ends with 1 if they do. {@code rebuild indicators}: the same, and what is counted is
 * served from then on.
 */
final class RecountCommand {

    private static final long BETWEEN_LOOKS_NANOS = 500_000_000;
    private static final String PATH = "/actuator/recount";

    private final Api api;
    private final Ports ports;

    RecountCommand(Api api, Ports ports) {
        this.api = api;
        this.ports = ports;
    }

    void run(boolean takeOver) {
        JsonNode at =
                api.post(DemoUser.OPERATOR, ports.reporting(), PATH, Map.of("takeOver", String.valueOf(takeOver)));
        while (at.path("state").asString().matches("READING|COMPARING")) {
            System.err.printf(
                    "\r· %d/%d bản ghi / records, %d số liệu / figures   ",
                    at.path("read").asLong(),
                    at.path("total").asLong(),
                    at.path("figures").asInt());
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            at = api.get(DemoUser.OPERATOR, ports.reporting(), PATH);
        }
        System.err.println();
        if (at.path("state").asString().equals("FAILED")) {
            throw new IllegalStateException(at.path("failure").asString());
        }
        System.out.printf(
                "%d bản ghi / records, %d số liệu / figures, %d khác / differ%n",
                at.path("total").asLong(),
                at.path("figures").asInt(),
                at.path("differences").asInt());
        at.path("first")
                .forEach(it -> System.out.printf(
                        "%s%n  đang công bố / served: %s%n  đếm lại / counted: %s%n",
                        it.path("key").asString(),
                        it.path("served").asString("–"),
                        it.path("counted").asString("–")));
        if (takeOver) {
            System.out.println("Số liệu đếm lại đang được công bố. / What was counted is served now.");
        } else if (at.path("differences").asInt() > 0) {
            throw new IllegalStateException("số liệu khác nhau / figures differ");
        }
    }
}
