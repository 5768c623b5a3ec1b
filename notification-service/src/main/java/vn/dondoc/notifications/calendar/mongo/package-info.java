/** Calendars in MongoDB. */
@NullMarked
package vn.dondoc.notifications.calendar.mongo;

import org.jspecify.annotations.NullMarked;
