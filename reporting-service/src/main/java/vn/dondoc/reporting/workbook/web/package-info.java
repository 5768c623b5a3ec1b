/** Workbooks over HTTP. */
@NullMarked
package vn.dondoc.reporting.workbook.web;

import org.jspecify.annotations.NullMarked;
