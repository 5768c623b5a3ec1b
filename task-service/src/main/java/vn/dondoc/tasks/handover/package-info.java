/** Agencies end, duties do not. */
@NullMarked
package vn.dondoc.tasks.handover;

import org.jspecify.annotations.NullMarked;
