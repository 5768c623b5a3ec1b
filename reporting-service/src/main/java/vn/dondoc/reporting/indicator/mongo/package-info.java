/** Definitions and figures in MongoDB. */
@NullMarked
package vn.dondoc.reporting.indicator.mongo;

import org.jspecify.annotations.NullMarked;
