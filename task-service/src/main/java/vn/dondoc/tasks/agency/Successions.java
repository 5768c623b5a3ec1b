package vn.dondoc.tasks.agency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import vn.dondoc.access.AccessScope;

/** The successions that were heard of. */
public interface Successions {

    /** One that is known already stays as it is. */
    void learn(AccessScope scope, Succession succession);

    /** Those whose day has come and whose tasks have not all been handed over. */
    List<Succession> due(AccessScope scope, LocalDate today);

    /** All tasks of those that ended were handed over. */
    void done(AccessScope scope, Succession succession);

    /** Some of these agencies were given something: what of them ended hands it over again. */
    void againOf(AccessScope scope, Collection<String> agencies);
}
