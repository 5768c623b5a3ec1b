/** Calendars as published events. */
@NullMarked
package vn.dondoc.tasks.calendar.messaging;

import org.jspecify.annotations.NullMarked;
