/** Series in MongoDB. */
@NullMarked
package vn.dondoc.tasks.series.mongo;

import org.jspecify.annotations.NullMarked;
