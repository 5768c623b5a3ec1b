/** The days that a province works. Published by task-service. */
@NullMarked
package vn.dondoc.contract.calendar.v1;

import org.jspecify.annotations.NullMarked;
