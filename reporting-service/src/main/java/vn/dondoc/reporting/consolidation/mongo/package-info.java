/** Consolidated reports that were sent, in MongoDB. */
@NullMarked
package vn.dondoc.reporting.consolidation.mongo;

import org.jspecify.annotations.NullMarked;
