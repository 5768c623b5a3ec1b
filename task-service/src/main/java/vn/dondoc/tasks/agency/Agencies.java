package vn.dondoc.tasks.agency;

import java.util.List;
import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;

/** The agencies that were heard of. */
public interface Agencies {

    /** Within the province in sight. */
    Optional<Agency> find(AccessScope scope, String code);

    /** What is older than what is known is left aside. */
    void learn(AccessScope scope, List<SaidAt<Agency>> agencies);
}
