/** The catalogue in MongoDB. */
@NullMarked
package vn.dondoc.documents.agency.mongo;

import org.jspecify.annotations.NullMarked;
