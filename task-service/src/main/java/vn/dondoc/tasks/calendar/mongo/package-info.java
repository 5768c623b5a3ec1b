/** Calendars in MongoDB. */
@NullMarked
package vn.dondoc.tasks.calendar.mongo;

import org.jspecify.annotations.NullMarked;
