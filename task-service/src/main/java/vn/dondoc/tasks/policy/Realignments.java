package vn.dondoc.tasks.policy;

import java.util.List;
import vn.dondoc.access.AccessScope;

/**
 * Provinces whose open deadlines have to be counted anew, because their calendar or their ladder changed. Wanted before the
 * change and after it, so that neither a crash between nor a look between leaves a deadline behind.
 */
public interface Realignments {

    void want(AccessScope scope, String province);

    /** What is wanted; each wish stays until it is done. */
    List<Wish> wanted(AccessScope scope);

    /** Done as of that wish; a later wish stays. */
    void done(AccessScope scope, Wish wish);

    /** A province, and which of its wishes. */
    record Wish(String province, int number) {}
}
