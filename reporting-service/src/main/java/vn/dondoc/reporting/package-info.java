/** Forms, obligations, reports, indicators and targets. Responsible for what was reported and what it adds up to; not for reminding anybody. */
@NullMarked
package vn.dondoc.reporting;

import org.jspecify.annotations.NullMarked;
