/** Endpoints in MongoDB. */
@NullMarked
package vn.dondoc.notifications.webhook.mongo;

import org.jspecify.annotations.NullMarked;
