/** What notification-service hears of tasks and agencies. */
@NullMarked
package vn.dondoc.notifications.ladder.messaging;

import org.jspecify.annotations.NullMarked;
