/** Tasks as published events. */
@NullMarked
package vn.dondoc.tasks.task.messaging;

import org.jspecify.annotations.NullMarked;
