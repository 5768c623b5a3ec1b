/** Targets that directives set, tied to the indicators that measure them. */
@NullMarked
package vn.dondoc.reporting.target;

import org.jspecify.annotations.NullMarked;
