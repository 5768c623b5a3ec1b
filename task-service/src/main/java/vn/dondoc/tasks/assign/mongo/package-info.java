/** Early answers in MongoDB. */
@NullMarked
package vn.dondoc.tasks.assign.mongo;

import org.jspecify.annotations.NullMarked;
