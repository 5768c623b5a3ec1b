package vn.dondoc.reporting.obligation;

import java.util.List;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;

/** Who succeeded whom, over all provinces: an agency may go on in another. */
public interface Successions {

    void learn(AccessScope scope, List<SaidAt<Succession>> successions);

    /** Those in which an agency took over. */
    List<Succession> into(AccessScope scope, String agency);
}
