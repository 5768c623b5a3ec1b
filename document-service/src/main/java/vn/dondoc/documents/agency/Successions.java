package vn.dondoc.documents.agency;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;

/** Who gave way to whom. */
public interface Successions {

    /** Keeps a succession of the scope's province; told again, it is left as it is. */
    Receipt keep(AccessScope scope, Succession succession, Command command);

    /**
     * Sorted by {@code on}, the first day of the new order; with {@code -} the latest first.
     *
     * @param agency that ended or took over; {@code null} for all
     */
    Stretch<Versioned<Succession>> list(AccessScope scope, @Nullable String agency, Window window);

    /** Successions in sight with one of {@code codes} among their predecessors. */
    List<Succession> after(AccessScope scope, Collection<String> codes);
}
