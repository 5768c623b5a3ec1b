package vn.dondoc.notifications.notice.wording;

import java.util.List;
import vn.dondoc.access.AccessScope;

/** In which languages agencies want their messages. */
public interface Languages {

    /** The first first; never empty. */
    List<Language> of(AccessScope scope, String province, String agency);
}
