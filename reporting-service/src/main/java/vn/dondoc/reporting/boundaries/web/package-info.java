/** Figures by the boundaries of today, over HTTP. */
@NullMarked
package vn.dondoc.reporting.boundaries.web;

import org.jspecify.annotations.NullMarked;
