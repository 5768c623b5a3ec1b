package vn.dondoc.file;

import java.util.Optional;
import vn.dondoc.access.AccessScope;

/** The contents of files beside something. Who may see that may see them. */
public interface Files {

    /** Keeps a content under an id; one that is there already stays. */
    void keep(AccessScope scope, String id, String province, UploadedFile file);

    Optional<byte[]> read(AccessScope scope, String id);
}
