package vn.dondoc.tasks.deadline;

import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;

/** The ladder of each province: its own, else the one that is shipped. */
public interface Ladders {

    /** As it is now; a change made elsewhere is seen a second later. */
    Ladder of(AccessScope scope, String province);

    /** Reads anew what {@link #of} keeps for a second. */
    void refresh(AccessScope scope, String province);

    /** The ladder that the province of the caller decided on, if it did. */
    Optional<Versioned<Ladder>> find(AccessScope scope);

    /** Decides on a ladder; open deadlines follow. */
    Receipt decide(AccessScope scope, Ladder ladder, Command command);
}
