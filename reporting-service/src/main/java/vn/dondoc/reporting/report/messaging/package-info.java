/** Reports as published events. */
@NullMarked
package vn.dondoc.reporting.report.messaging;

import org.jspecify.annotations.NullMarked;
