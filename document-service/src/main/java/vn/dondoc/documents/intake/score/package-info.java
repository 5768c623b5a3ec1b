/** Compares readings with readings made by hand. Not responsible for reading. */
@NullMarked
package vn.dondoc.documents.intake.score;

import org.jspecify.annotations.NullMarked;
