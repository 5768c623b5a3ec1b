/** Expressions over figures, in exact decimals. Knows neither forms nor indicators. */
@NullMarked
package vn.dondoc.reporting.formula;

import org.jspecify.annotations.NullMarked;
