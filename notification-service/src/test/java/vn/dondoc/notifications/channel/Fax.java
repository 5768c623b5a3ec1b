package vn.dondoc.notifications.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.recipient.Recipient;

/** A channel that the service does not know: this class and its name in {@code dondoc.channels.in-use} are all it takes. */
@Component
public class Fax implements Deliver {

    /** What arrived, a task to a line, in the order of arrival. */
    public final List<String> arrived = Collections.synchronizedList(new ArrayList<>());

    /** How an agency's machine answers; what is not here takes everything. */
    public final Map<String, Function<String, Outcome>> machines = new ConcurrentHashMap<>();

    @Override
    public String channel() {
        return "FAX";
    }

    @Override
    public List<String> addressesOf(Recipient recipient, Notice.Kind kind) {
        return List.of(recipient.code());
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public Duration gather() {
        return Duration.ZERO;
    }

    @Override
    public int connections() {
        return 3;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Retries retries() {
        return new Retries(List.of(Duration.ofSeconds(30), Duration.ofMinutes(5)));
    }

    @Override
    public Outcome deliver(String address, List<Versioned<Notice>> notices) {
        String task = String.valueOf(notices.getFirst().state().facts().taskId());
        Outcome outcome = machines.getOrDefault(address, it -> new Outcome.Delivered("OK"))
                .apply(task);
        if (outcome instanceof Outcome.Delivered) {
            arrived.add(task);
        }
        return outcome;
    }
}
