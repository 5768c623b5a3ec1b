/** Duties that come round, and the tasks they become, one per occurrence. */
@NullMarked
package vn.dondoc.tasks.series;

import org.jspecify.annotations.NullMarked;
