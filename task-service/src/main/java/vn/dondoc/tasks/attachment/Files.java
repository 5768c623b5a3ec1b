package vn.dondoc.tasks.attachment;

import java.util.Optional;
import vn.dondoc.access.AccessScope;

/** The contents of attachments. Who may see the task may see them. */
public interface Files {

    /** Keeps a content under an id; one that is there already stays. */
    void keep(AccessScope scope, String id, String province, String name, byte[] content);

    Optional<byte[]> read(AccessScope scope, String id);
}
