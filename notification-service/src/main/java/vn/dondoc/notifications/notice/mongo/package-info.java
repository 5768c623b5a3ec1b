/** Notices in MongoDB. */
@NullMarked
package vn.dondoc.notifications.notice.mongo;

import org.jspecify.annotations.NullMarked;
