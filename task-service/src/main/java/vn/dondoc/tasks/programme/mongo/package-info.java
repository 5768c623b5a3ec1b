/** Programmes in MongoDB. */
@NullMarked
package vn.dondoc.tasks.programme.mongo;

import org.jspecify.annotations.NullMarked;
