/** Regimes, agencies and demands in MongoDB. */
@NullMarked
package vn.dondoc.reporting.obligation.mongo;

import org.jspecify.annotations.NullMarked;
