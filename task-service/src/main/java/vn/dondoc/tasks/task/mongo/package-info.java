/** Tasks in MongoDB. */
@NullMarked
package vn.dondoc.tasks.task.mongo;

import org.jspecify.annotations.NullMarked;
