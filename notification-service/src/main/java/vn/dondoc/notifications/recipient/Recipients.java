package vn.dondoc.notifications.recipient;

import java.util.Optional;
import vn.dondoc.access.AccessScope;

/** The agencies as the catalogue last described them. */
public interface Recipients {

    Optional<Recipient> find(AccessScope scope, String code);

    /** Takes over what the catalogue says, unless something later is already known. */
    void learn(AccessScope scope, Recipient recipient, long sequence);
}
