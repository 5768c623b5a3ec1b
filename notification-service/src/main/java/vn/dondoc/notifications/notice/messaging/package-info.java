/** What notification-service hears of tasks and agencies, and what it tells. */
@NullMarked
package vn.dondoc.notifications.notice.messaging;

import org.jspecify.annotations.NullMarked;
