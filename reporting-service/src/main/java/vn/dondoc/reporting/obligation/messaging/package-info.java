/** What reporting-service hears of agencies and directives. */
@NullMarked
package vn.dondoc.reporting.obligation.messaging;

import org.jspecify.annotations.NullMarked;
