/** The tasks that are still to be done, as task-service last said them. */
@NullMarked
package vn.dondoc.notifications.task;

import org.jspecify.annotations.NullMarked;
