/** Wishes in MongoDB. */
@NullMarked
package vn.dondoc.tasks.policy.mongo;

import org.jspecify.annotations.NullMarked;
