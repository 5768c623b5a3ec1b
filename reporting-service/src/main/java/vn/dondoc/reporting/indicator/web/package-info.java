/** Indicators over HTTP. */
@NullMarked
package vn.dondoc.reporting.indicator.web;

import org.jspecify.annotations.NullMarked;
