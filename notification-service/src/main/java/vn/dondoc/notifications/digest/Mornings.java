package vn.dondoc.notifications.digest;

import java.time.LocalDate;
import vn.dondoc.access.AccessScope;

/** The days whose digests are written. */
public interface Mornings {

    boolean isDone(AccessScope scope, String province, LocalDate day);

    void done(AccessScope scope, String province, LocalDate day);
}
