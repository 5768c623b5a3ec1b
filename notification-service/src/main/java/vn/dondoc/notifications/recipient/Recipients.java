package vn.dondoc.notifications.recipient;

import java.util.List;
import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;

/** The agencies as the catalogue last described them. */
public interface Recipients {

    Optional<Recipient> find(AccessScope scope, String code);

    /** Codes of the provinces that have agencies, as they were a moment ago. */
    List<String> provinces(AccessScope scope);

    /** All of a province, in no order. */
    List<Recipient> of(AccessScope scope, String province);

    /** Takes over what the catalogue says, unless something later is already known. */
    void learn(AccessScope scope, List<SaidAt<Recipient>> recipients);
}
