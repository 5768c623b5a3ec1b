/** Targets from directives, and as published events. */
@NullMarked
package vn.dondoc.reporting.target.messaging;

import org.jspecify.annotations.NullMarked;
