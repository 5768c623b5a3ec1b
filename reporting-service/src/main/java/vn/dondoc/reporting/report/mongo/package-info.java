/** Reports in MongoDB. */
@NullMarked
package vn.dondoc.reporting.report.mongo;

import org.jspecify.annotations.NullMarked;
