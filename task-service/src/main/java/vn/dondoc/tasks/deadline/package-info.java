/** Rungs before and after a deadline, and the sweep that fires them. Responsible for working-day arithmetic around a due date; not for whom a rung concerns. */
@NullMarked
package vn.dondoc.tasks.deadline;

import org.jspecify.annotations.NullMarked;
