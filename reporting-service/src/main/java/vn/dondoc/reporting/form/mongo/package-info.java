/** Forms in MongoDB. */
@NullMarked
package vn.dondoc.reporting.form.mongo;

import org.jspecify.annotations.NullMarked;
