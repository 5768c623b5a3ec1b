/** Directives and the agencies they address. Responsible for reading, registering and issuing documents; not for the tasks that follow from them. */
@NullMarked
package vn.dondoc.documents;

import org.jspecify.annotations.NullMarked;
