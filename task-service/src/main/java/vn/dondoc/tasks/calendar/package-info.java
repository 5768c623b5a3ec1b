/** The working days that a province decides. */
@NullMarked
package vn.dondoc.tasks.calendar;

import org.jspecify.annotations.NullMarked;
