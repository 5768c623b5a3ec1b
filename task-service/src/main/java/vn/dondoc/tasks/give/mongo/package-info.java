/** Requests in MongoDB. */
@NullMarked
package vn.dondoc.tasks.give.mongo;

import org.jspecify.annotations.NullMarked;
