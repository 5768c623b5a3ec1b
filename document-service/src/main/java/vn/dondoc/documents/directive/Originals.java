package vn.dondoc.documents.directive;

import java.util.Optional;
import vn.dondoc.access.AccessScope;

/** The files as they were uploaded, one per directive, within a scope. */
public interface Originals {

    /** A file as it was uploaded. */
    record Original(String name, String mediaType, byte[] content) {}

    /** Keeps the file of a directive; a second one for the same directive is left aside. */
    void keep(AccessScope scope, String directiveId, String province, Original original);

    /** Removes the file of a directive, if it has one. */
    void remove(AccessScope scope, String directiveId);

    Optional<Original> find(AccessScope scope, String directiveId);
}
