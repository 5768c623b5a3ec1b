package vn.dondoc.documents.agency;

import java.util.Collection;
import java.util.List;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;

/** Who gave way to whom. */
public interface Successions {

    /** Keeps a succession of the scope's province; told again, it is left as it is. */
    Receipt keep(AccessScope scope, Succession succession, Command command);

    /** Successions in sight with one of {@code codes} among their predecessors. */
    List<Succession> after(AccessScope scope, Collection<String> codes);
}
