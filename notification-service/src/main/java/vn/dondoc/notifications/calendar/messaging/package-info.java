/** What is heard of calendars. */
@NullMarked
package vn.dondoc.notifications.calendar.messaging;

import org.jspecify.annotations.NullMarked;
