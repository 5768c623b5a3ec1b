/** Comparisons over HTTP. */
@NullMarked
package vn.dondoc.reporting.comparison.web;

import org.jspecify.annotations.NullMarked;
