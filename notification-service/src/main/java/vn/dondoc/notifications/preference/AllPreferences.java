package vn.dondoc.notifications.preference;

import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;

/** Preferences of provinces and agencies. */
public interface AllPreferences {

    /** What holds for an agency, as it was a moment ago. */
    Preferences of(AccessScope scope, String province, String agency);

    /** What an agency, or a province by its own code, said itself. */
    Optional<Versioned<Preferences>> said(AccessScope scope, String province, String owner);

    Receipt say(AccessScope scope, String province, String owner, Preferences preferences, Command command);
}
