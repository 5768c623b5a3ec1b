/** Ladders in MongoDB. */
@NullMarked
package vn.dondoc.tasks.deadline.mongo;

import org.jspecify.annotations.NullMarked;
