/** Working days of Vietnam, as data per year with a computed fallback. */
@NullMarked
package vn.dondoc.calendar;

import org.jspecify.annotations.NullMarked;
