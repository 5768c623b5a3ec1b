/** The days that provinces work, as task-service says them. */
@NullMarked
package vn.dondoc.notifications.calendar;

import org.jspecify.annotations.NullMarked;
