package vn.dondoc.messaging.inbox;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Lists and replays parked events: {@code /actuator/parked}. For operators; shows keys and reasons, never payloads. */
@Endpoint(id = "parked")
public final class ParkedEndpoint {

    private final Parking parking;
    private final Inbox inbox;

    public ParkedEndpoint(Parking parking, Inbox inbox) {
        this.parking = parking;
        this.inbox = inbox;
    }

    /** The sequences that wait, each with its records and their reasons. */
    @ReadOperation
    public List<Parking.ParkedSequence> parked() {
        return parking.all();
    }

    /** Number of records handled by a replay. */
    public record Replayed(String sequence, int handled) {}

    /** Tries one sequence again, in order. */
    @WriteOperation
    public Replayed replay(String sequence) {
        return new Replayed(sequence, inbox.replay(sequence));
    }
}
