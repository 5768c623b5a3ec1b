/** Consolidated reports that were sent, as published events. */
@NullMarked
package vn.dondoc.reporting.consolidation.messaging;

import org.jspecify.annotations.NullMarked;
