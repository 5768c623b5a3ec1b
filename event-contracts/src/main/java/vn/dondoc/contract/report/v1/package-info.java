/** What is owed and what was filed, in one order per report. Published by reporting-service. */
@NullMarked
package vn.dondoc.contract.report.v1;

import org.jspecify.annotations.NullMarked;
