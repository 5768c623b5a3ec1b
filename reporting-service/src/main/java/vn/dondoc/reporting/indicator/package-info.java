/** Indicators and their figures. Responsible for definitions, for reading figures and for tracing them; not for computing them. */
@NullMarked
package vn.dondoc.reporting.indicator;

import org.jspecify.annotations.NullMarked;
