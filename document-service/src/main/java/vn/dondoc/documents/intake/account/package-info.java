/** A second look at every time that the paper names, which knows nothing of how duties are read (ADR 18). */
@NullMarked
package vn.dondoc.documents.intake.account;

import org.jspecify.annotations.NullMarked;
