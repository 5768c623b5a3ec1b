/** What stands above and below the text: number, date, issuer, subject, addressees, signature, marks; and which other papers are named. */
@NullMarked
package vn.dondoc.documents.intake.head;

import org.jspecify.annotations.NullMarked;
