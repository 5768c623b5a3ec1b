/** Recipients in MongoDB. */
@NullMarked
package vn.dondoc.notifications.recipient.mongo;

import org.jspecify.annotations.NullMarked;
