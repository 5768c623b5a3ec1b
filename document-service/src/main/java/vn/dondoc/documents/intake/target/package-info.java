/** Figures to be reached, in words and in tables. */
@NullMarked
package vn.dondoc.documents.intake.target;

import org.jspecify.annotations.NullMarked;
