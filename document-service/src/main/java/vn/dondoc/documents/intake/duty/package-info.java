/** Who is to do what: headings and what holds under them, sentences and their parts, labels, rows of tables, changes to other papers. */
@NullMarked
package vn.dondoc.documents.intake.duty;

import org.jspecify.annotations.NullMarked;
