package vn.dondoc.tasks.agency;

import java.util.Optional;
import vn.dondoc.access.AccessScope;

/** The agencies that were heard of. */
public interface Agencies {

    /** Within the province in sight. */
    Optional<Agency> find(AccessScope scope, String code);

    /** @param sequence of the event; what is older than what is known is left aside */
    void learn(AccessScope scope, Agency agency, long sequence);
}
