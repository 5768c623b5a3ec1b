/** Figures of the past by the boundaries of today. */
@NullMarked
package vn.dondoc.reporting.boundaries;

import org.jspecify.annotations.NullMarked;
