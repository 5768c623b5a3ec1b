/** A task from assignment to completion. Responsible for its life and for what can be said about it on a day; not for when a deadline rung is due. */
@NullMarked
package vn.dondoc.tasks.task;

import org.jspecify.annotations.NullMarked;
