/** Figures beside each other: ranks, changes, points lost. Computes no figure. */
@NullMarked
package vn.dondoc.reporting.comparison;

import org.jspecify.annotations.NullMarked;
