/** Mornings in MongoDB. */
@NullMarked
package vn.dondoc.notifications.digest.mongo;

import org.jspecify.annotations.NullMarked;
