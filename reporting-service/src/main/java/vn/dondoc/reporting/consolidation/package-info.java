/** The consolidated report (báo cáo tổng hợp) of a period, as a document that goes to the body it is owed to. */
@NullMarked
package vn.dondoc.reporting.consolidation;

import org.jspecify.annotations.NullMarked;
