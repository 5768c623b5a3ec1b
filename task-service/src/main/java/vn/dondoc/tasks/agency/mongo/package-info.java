/** Agencies in MongoDB. */
@NullMarked
package vn.dondoc.tasks.agency.mongo;

import org.jspecify.annotations.NullMarked;
