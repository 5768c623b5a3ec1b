package vn.dondoc.tasks.give;

import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;

/** The commands by which tasks were given, so that a key gives the same tasks again and never others. */
public interface Requests {

    /**
     * Whether it is a retry.
     *
     * @throws vn.dondoc.failure.Failure.Conflict if its key was used for something else
     */
    boolean isKnown(AccessScope scope, Command command);

    /** Keeps a command before its tasks are given; a retry finds it there. */
    void keep(AccessScope scope, Command command);
}
