/** Definitions as published events, and figures as they come in. */
@NullMarked
package vn.dondoc.reporting.indicator.messaging;

import org.jspecify.annotations.NullMarked;
