/** Reports and obligations over HTTP. */
@NullMarked
package vn.dondoc.reporting.report.web;

import org.jspecify.annotations.NullMarked;
