package vn.dondoc.messaging.inbox;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import vn.dondoc.aggregate.Acting;
import vn.dondoc.failure.Failure;

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

    /**
     * Tries one sequence again, in order; or gives up its first record, which is kept with the reason.
     *
     * @param discard why it is given up; absent to try again
     * @param partition of the record that is given up, as it is shown
     * @param offset of it
     * @return what is left, and why
     */
    @WriteOperation
    public Inbox.Replayed write(
            String sequence,
            @Nullable String discard,
            @Nullable Integer partition,
            @Nullable Long offset,
            SecurityContext caller) {
        Acting.note(
                discard == null
                        ? "replay " + sequence
                        : "discard " + sequence + " " + partition + "@" + offset + ": " + discard);
        if (discard == null) {
            return inbox.replay(sequence);
        }
        if (discard.isBlank() || partition == null || offset == null) {
            throw new Failure.Invalid("discard", "messaging.discard-what");
        }
        Principal by = caller.getPrincipal();
        if (!parking.discard(sequence, partition, offset, discard, by == null ? "?" : by.getName())) {
            throw new Failure.Conflict("messaging.not-first", sequence, offset);
        }
        return new Inbox.Replayed(sequence, 0, parking.reason(sequence));
    }
}
