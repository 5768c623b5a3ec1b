/** Where a figure comes from: the reports it adds up, those missing, and the clauses that set its targets. */
@NullMarked
package vn.dondoc.reporting.lineage;

import org.jspecify.annotations.NullMarked;
