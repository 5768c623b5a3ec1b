/** Notices as published events. */
@NullMarked
package vn.dondoc.notifications.notice.messaging;

import org.jspecify.annotations.NullMarked;
