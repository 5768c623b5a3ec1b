package vn.dondoc.reporting.form;

import java.util.List;
import vn.dondoc.access.AccessScope;

/** What needs the data elements of a form. */
public interface ElementUses {

    /** Something that is computed from an element. */
    record Use(String element, String indicator) {}

    List<Use> of(AccessScope scope, String province, String form);
}
