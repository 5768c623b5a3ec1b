/** Figures as files, for people and for machines. */
@NullMarked
package vn.dondoc.reporting.export;

import org.jspecify.annotations.NullMarked;
