/** Reporting regimes and the opening of periods: who owes what by when, frozen on the day the period opens. */
@NullMarked
package vn.dondoc.reporting.obligation;

import org.jspecify.annotations.NullMarked;
