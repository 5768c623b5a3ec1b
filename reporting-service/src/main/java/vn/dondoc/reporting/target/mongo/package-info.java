/** Targets in MongoDB. */
@NullMarked
package vn.dondoc.reporting.target.mongo;

import org.jspecify.annotations.NullMarked;
