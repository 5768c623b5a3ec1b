/** Open tasks in MongoDB. */
@NullMarked
package vn.dondoc.notifications.task.mongo;

import org.jspecify.annotations.NullMarked;
