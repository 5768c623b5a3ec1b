/** Calendars over HTTP. */
@NullMarked
package vn.dondoc.tasks.calendar.web;

import org.jspecify.annotations.NullMarked;
